import type { Contradiction } from '../../schema/contradiction.ts'
import type { Document, Sample } from '../../types.ts'
import { tornAddresses } from './addresses.ts'
import { cutIds } from './cut-ids.ts'
import { malformedUuids } from './malformed-uuids.ts'
import { impossibleMoments } from './moments.ts'

/** Values that are wrong whatever a schema says: days that no calendar has, addresses and ids that are all but one. */
export function wrongAlone(document: Document, sample: Sample): Contradiction[] {
  const cut = cutIds(document, sample)
  // An id that the page shows as it is meant is told once, with that.
  const malformed = malformedUuids(document, sample).filter(({ shows }) => !cut.some((it) => it.shows === shows))
  return [...impossibleMoments(document, sample), ...tornAddresses(document, sample), ...cut, ...malformed]
}
