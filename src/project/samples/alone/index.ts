import { nodesIn } from '../../../parse/json.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { placeAt } from '../../../schema/place.ts'
import type { Document, Sample } from '../../../types.ts'
import { once } from '../../once.ts'
import { contextOf, shownBy } from '../context.ts'
import { tornAddresses, tornUrls } from './addresses.ts'
import { cutIds } from './cut-ids.ts'
import { strangeLiterals } from './literals.ts'
import { cutUuids, isMasked, malformedUuids } from './malformed-uuids.ts'
import { contraryMoments, impossibleMoments } from './moments.ts'
import { strayOwnLinks } from './own-links.ts'
import { reversedPeriods } from './periods.ts'

export { isMasked }

const mistakes = [
  impossibleMoments,
  contraryMoments,
  reversedPeriods,
  tornAddresses,
  tornUrls,
  strayOwnLinks,
  strangeLiterals,
]

/** Values that are wrong whatever a schema says: days that no calendar has or that end what they do not begin, addresses and ids that are all but one. */
export function wrongAlone(document: Document, sample: Sample): Contradiction[] {
  const json = shownBy(sample)
  if (!json) return []
  const shown = { document, sample, text: document.text.slice(...sample.range), nodes: once(() => nodesIn(json)) }
  const cut = cutIds(shown)
  // An id that the page shows as it is meant is told once, with that.
  const malformed = [...malformedUuids(shown), ...cutUuids(shown)].filter(
    ({ shows }) => !cut.some((it) => it.shows === shows),
  )
  const ids = [...cut, ...malformed]
  const others = mistakes.flatMap((it) => it(shown))
  if (ids.length === 0 && others.length === 0) return []
  const { failing, role } = contextOf(document, sample)
  // What is sent to be refused is wrong on purpose, and an error repeats the id that it is about.
  const found = failing && role !== 'response' ? [] : failing ? others : [...ids, ...others]
  return found.map((it) => ({ name: '', says: '', ...it, place: placeAt(document.path, it.at) }))
}
