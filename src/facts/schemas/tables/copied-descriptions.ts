import { grouped } from '../../../grouped.ts'
import type { Problem } from '../../../types.ts'
import { isInEnglish, speaksOfFirst } from '../../own-words.ts'
import type { Cell, ReadTable } from './cells.ts'
import { rolesOf } from './columns.ts'

/** A row of a table that has the description of another one, which speaks of that one: it was copied, and not changed. */
export function copiedDescriptions(tables: readonly ReadTable[]): Problem[] {
  return tables.flatMap(({ header, rows }) => {
    const column = header.findIndex(({ text }) => rolesOf(text.toLowerCase().trim()).includes('description'))
    return column > 0 && rows.length > 1 ? copies(rows, column) : []
  })
}

/** What is said of more than two may well be said of all. */
function copies(rows: readonly Cell[][], column: number): Problem[] {
  const said = new Map(rows.map((row) => [row, withoutFormat(row[column]?.text ?? '')]))
  if (new Set(said.values()).size === rows.length) return []
  const alike = grouped(rows, (row) => said.get(row) ?? '')
  return [...alike].flatMap(([text, [one, other, more]]) => {
    if (!one || !other || more || one[column] === other[column] || !isInEnglish(text) || isOrigin.test(text)) return []
    const at = one.findIndex((it, i) => it.text !== other[i]?.text)
    const [first, second] = [one[at]?.text ?? '', other[at]?.text ?? '']
    if (at > column || !isName.test(first) || !isName.test(second)) return []
    const said = withoutCode(text, other[column])
    if (speaksOfFirst(said, first, second)) return copied(other[column], second, first)
    return speaksOfFirst(said, second, first) ? copied(one[column], first, second) : []
  })
}

/** What stands for one thing: several words are a title, and `custom1 to custom9` are many. */
const isName = /^(?:[A-Z]{3,7} )?[^\s|,]+$/

/** Where a value comes from, and not what it is. */
const isOrigin =
  /^\W*(?:(?:as|can be|is|was|must be) )?(?:derived|fetched|found|generated|got|obtained|provided|received|retrieved|returned|see|taken)\b/i

/** What a sentence is about, without how it is written: "The colour of a lid. Format: char(2)". */
function withoutFormat(text: string): string {
  const at = text.includes(':') ? text.search(/(?<=\S\s)(?:format|max(?:imum)? length|length):/i) : -1
  return at < 0 ? text : text.slice(0, at).trimEnd()
}

function withoutCode(text: string, cell: Cell | undefined): string {
  return (cell?.code ?? []).reduce((rest, code) => rest.replace(code, ' '), text)
}

function copied(cell: Cell | undefined, name: string, owner: string): Problem[] {
  if (!cell) return []
  return [{ kind: 'value', range: cell.range, message: `"${name}" has the description of "${owner}"` }]
}
