import { members } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { Document, Sample } from '../../types.ts'
import { judgeByPage } from './by-page.ts'
import type { Match, SchemaLinks } from './schemas/index.ts'

/** So many fields, all but one of which a table knows, are those of that table, wherever on the page it stands. */
const sure = 6

/**
 * What a form contradicts in the table of its call: names, words that are none of the values that there are, and words where a number or a
 * truth belongs. How a form writes what has parts is the API's own matter.
 */
export function judgeForm(
  document: Document,
  sample: Sample,
  match: Match | undefined,
  links: SchemaLinks,
): Contradiction[] {
  if (!match || match.isEcho) return []
  const found = judgeByPage(document, sample, match, links).filter(
    ({ kind, says }) => kinds.has(kind) || (kind === 'type' && /^(?:a )?(?:number|boolean)$/.test(says)),
  )
  if (!match.isFar) return found
  const strange = found.filter(({ kind }) => kind === 'unknown' || kind === 'near' || kind === 'style')
  return strange.length === 1 && members(sample.json).length >= sure ? strange : []
}

const kinds: ReadonlySet<Contradiction['kind']> = new Set(['near', 'style', 'unknown', 'missing', 'lacks', 'value'])
