import type { Problem } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import type { ReadTable } from './cells.ts'
import { columnsOf } from './columns.ts'

const ofFields =
  /\b(?:param(?:eter)?|argument|attribute|field|propert(?:y|ie)|header)s?\b|\b(?:request|response) body\b/i
/** Nothing, a heading, words or a fence: what is built, as tags and templates are, may bring the rows. */
const plain = /^\s*(?:$|#|```|~~~|[A-Z][a-z]+ [a-z])/

/** The header of a table of fields, and no row below it: whoever was to write them forgot to. */
export function rowless(syntax: Syntax, tables: readonly ReadTable[]): Problem[] {
  const { text, sections } = syntax
  return tables.flatMap(({ header, rows, range, section }): Problem[] => {
    if (rows.length > 0 || !columnsOf(header)) return []
    const title = sections[section]?.title ?? ''
    if (!ofFields.test(title) || !plain.test(text.slice(range[1], range[1] + 80))) return []
    return [{ kind: 'table', range, message: 'this table has no rows', help: 'write them, or say that there are none' }]
  })
}
