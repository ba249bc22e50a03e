import type { Problem } from '../../../types.ts'
import { readType } from '../types.ts'
import type { Cell, ReadTable } from './cells.ts'
import { type Columns, columnsOf } from './columns.ts'
import { groupColumns } from './groups.ts'
import { joinedCells } from './joined-cells.ts'
import { answerWords, conditionWords, longTypes, lostCell } from './lost-cells.ts'
import { misplacedCells } from './misplaced-cells.ts'

/** Columns of a word or two, and what somebody may well say there at length. */
const narrow: [column: keyof Columns, own: RegExp][] = [
  ['required', new RegExp(`^(?:${answerWords}|${conditionWords})\\b`, 'i')],
  ['type', new RegExp(`^${longTypes}\\b|[^.]$`, 'i')],
  ['format', /^(?:iso|rfc|max|min|length|between|must|up to|default|an? (?:string|number|list|array|date|valid)\b)/i],
  ['place', /^(?:in|as)\b/i],
]
const unit = /^units?$/i
const ownUnit = /^(?:in|number of|iso|rfc)\b/i

/** `- | ` before the text: the pipe that was to end an empty cell, and is escaped. */
const emptyCell = /^[\s–-]*\|\s*/

/** Rows that lack a cell in the middle, so that the description stands below the heading of another column. */
export function shiftedRows(tables: ReadTable[]): Problem[] {
  return tables.flatMap((table) => {
    if (table.rows.every((it) => it.length >= table.header.length)) return misplacedCells(table)
    const joined = joinedCells(table)
    const found = joined.length > 0 ? joined : shiftedDescriptions(table)
    return found.length > 0 ? found : lostCell(table)
  })
}

function shiftedDescriptions({ header, rows }: ReadTable): Problem[] {
  const columns = columnsOf(header)
  if (!columns && !lacksBodies(rows, header)) return []
  if (columns && groupColumns(header, columns.name).length > 0) return []
  const found =
    !columns || isNeverFilled(rows, header, columns)
      ? rows
      : rows.filter((row) => isShifted(row, columns, header[row.length - 1]?.text))
  const [first] = found
  const last = first?.at(-1)
  if (!first || !last) return []
  // A cell that several rows lack is one mistake.
  const cells =
    found.length === 1
      ? `the row has ${first.length} cells, the header ${header.length}: its description stands`
      : `${found.length} rows have fewer cells than the header (${header.length}): their descriptions stand`
  const message = `${cells} below "${header[first.length - 1]?.text ?? ''}"`
  return [{ kind: 'table', range: last.range, message, help: 'put the missing cell in front of it' }]
}

/**
 * No row has a cell for the description, and what all have instead, below "Required" or "Nullable", says neither yes nor no, below
 * "Value" names none, and below "Type" no type.
 */
function isNeverFilled(rows: readonly Cell[][], header: readonly Cell[], { description, type }: Columns): boolean {
  const [width = 0, another] = new Set(rows.map((it) => it.length))
  if (another !== undefined || rows.length < 2 || description !== width) return false
  const title = header[width - 1]?.text ?? ''
  const texts = rows.map((it) => it.at(-1)?.text ?? '')
  if (/^values?$/i.test(title)) return texts.every(isDescription)
  if (type === width - 1) return texts.every((it) => isLong(it) && !isType(it))
  if (rows.length < 3 || !/^(?:required|optional|mandatory|nullable)\W*$/i.test(title)) return false
  return !texts.some((it) => it === '' || answers.test(it)) && texts.filter(isLong).length * 2 > rows.length
}

/** `Status | Response JSON | Description` above `400 | The pot is broken`, in all rows. */
function lacksBodies(rows: readonly Cell[][], header: readonly Cell[]): boolean {
  const [status, body, description] = header.map(({ text }) => text)
  if (header.length !== 3 || !/^description$/i.test(description ?? '') || !/\b(?:status|code)$/i.test(status ?? ''))
    return false
  const tells = (it: string) => isLong(it) && !/[{`<]/.test(it)
  const isRow = ([code, last, more]: Cell[]) =>
    !more && last && tells(last.text) && /^[1-5]\d\d$/.test(code?.text ?? '')
  return /\b(?:json|body|schema|type)$/i.test(body ?? '') && rows.length > 1 && rows.every(isRow)
}

function isLong(text: string): boolean {
  return /\p{L}{2}[^\p{L}]+\p{L}{2}/u.test(text)
}

function isType(text: string): boolean {
  return readType(text).kinds !== undefined || ownType.test(text) || ownName.test(text)
}

/** "List of lids", "Fired Pot", "ISO date": what a type may be called. */
const ownType = new RegExp(`^(?:${longTypes})\\b|\\b(?:date|time|string|number|object|array|enum|json|id)\\b`, 'i')
const ownName = /^(?:\p{Lu}\S*\s*)+$/u

const answers = new RegExp(`^\\W*(?:(?:${answerWords}|${conditionWords}|[ynx]|null)\\b|$)`, 'i')

function isShifted(row: Cell[], columns: Columns, title = ''): boolean {
  const at = row.length - 1
  const last = row[at]
  // What has no name goes on with the row above: a line break inside a cell, which some renderers allow.
  if (row[columns.name]?.text === '') return false
  if (!last || columns.description < row.length || last.source !== undefined) return false
  const own = narrow.find(([column]) => columns[column] === at)?.[1] ?? (unit.test(title) ? ownUnit : undefined)
  return own !== undefined && !own.test(last.text) && isDescription(last.text.replace(emptyCell, ''))
}

/** A sentence: it begins as descriptions do, or ends as sentences do. */
function isDescription(text: string): boolean {
  const words = text.slice(0, 200).match(/\p{L}{2,}/gu)?.length ?? 0
  if (words > 2 && /^(?:The|An?|This|These|If|Whether|Required|Indicates|Specifies|Unique|Identifies)\b/.test(text))
    return true
  return words > 3 && /^\p{Lu}/u.test(text) && text.endsWith('.')
}
