import type { Field, FieldType, Range, Schema, Section } from '../../../types.ts'
import { announcesFilters, announcesParameterTable, roleBelow } from '../announcements.ts'
import { markedDemand, requiredness } from '../demand.ts'
import { defaultValue } from '../descriptions.ts'
import { limitsIn } from '../limits.ts'
import { areConstants, fieldNames, typeBehind } from '../names.ts'
import { typedValues } from '../typed-values.ts'
import { readLinkedType, readType, withContent } from '../types.ts'
import { bracketedValues, enumeratedValues, slashedValues, supportedValues } from '../values.ts'
import { type Cell, cellAt, isEdge, type ReadTable } from './cells.ts'
import { type Columns, placeholder, placeWords } from './columns.ts'
import { rowsInItalics } from './emphasis.ts'
import { groupColumns, ungrouped } from './groups.ts'
import { headTypes } from './head-types.ts'
import { nesting, numbering, stepOf, stepsBehind } from './nesting.ts'

/** The fields that a table documents; `undefined` where it is a table of something else. */
export function tableFields(
  table: ReadTable,
  columns: Columns | undefined,
  text: string,
): { fields: Field[]; open: boolean } | undefined {
  const groups = groupColumns(table.header, columns?.name ?? -1)
  const alone = columns && ungrouped(table, groups)
  return columns && alone && fieldsIn({ ...table, rows: alone }, columns, text, groups.length > 0)
}

/** `isPart`: it has more fields, in groups that are not read. */
function fieldsIn(
  table: ReadTable,
  columns: Columns,
  text: string,
  isPart: boolean,
): { fields: Field[]; open: boolean } | undefined {
  const fields: Field[] = []
  const indented = nesting()
  let strange = 0
  let above: Cell | undefined
  const rows = table.rows.filter((row, at) => at === 0 || !goesOn(row, columns, table.header.length))
  let open = isPart
  const steps = stepsBehind(table.header, columns.name)
  const numbered = numbering(table.header, columns.name)
  const heads = typesAtHead(rows, columns, text)
  const members = rowsInItalics(rows, columns, text)
  for (const [at, row] of rows.entries()) {
    const step = stepOf(row, columns.name, steps)
    const own = moved(columns, step)
    const name = cellAt(row, own.name)
    // A name that spans rows is one field.
    if (name && name === above) continue
    above = name
    // `custom_...` stands for many.
    if (name && isPattern.test(name.text)) {
      open = true
      continue
    }
    const found = rowFields(row, own, text, heads?.[at])
    if (name && found.length > 0)
      fields.push(...indented(name, found, text, step || numbered(row) || Number(members.has(row))))
    else if (row.some((it, i) => i !== own.name && it.text !== '')) strange++
  }
  if (areConstants(fields)) return undefined
  // Most rows of a list of features or of people have blanks in their first cell.
  if (fields.length === 0 || strange * 2 > rows.length) return undefined
  return { fields, open: open || strange > 0 }
}

/** Of most rows, the name stands in its own column. */
function moved(columns: Columns, step: number): Columns {
  return step === 0 ? columns : { ...columns, name: columns.name + step }
}

/** Who draws tables with a margin writes a long description in several rows: all other cells of those are empty. */
function goesOn(row: Cell[], { name, type, description }: Columns, width: number): boolean {
  return (
    type >= 0 && description > name && row.slice(0, width).every((it, i) => (it.text === '') === (i !== description))
  )
}

const isPattern = /^[A-Za-z]\w{0,60}_(?:\.{3}|…|\*)$/

/** `:id`; or what is said behind the name: `id` (path), `id` <Badge>From path</Badge>. */
function placeOf({ text, code }: Cell): string | undefined {
  return placeholder.test(text) || (code.length === 1 && fromPath.test(text)) ? 'path' : undefined
}

const fromPath = /\s(?:\((?:(?:in|from) )?(?:the )?path\)|(?:in|from) (?:the )?path)$/i

/** Where no column is for it. */
function typesAtHead(rows: Cell[][], { type, description: at }: Columns, text: string): string[] | undefined {
  return type < 0 && at >= 0 ? headTypes(rows.map(({ [at]: it }) => (it ? sourceOf(it, text) : ''))) : undefined
}

function rowFields(row: Cell[], columns: Columns, text: string, head = ''): Field[] {
  const name = cellAt(row, columns.name)
  const last = row[row.length - 1]
  if (!name || !last) return []
  const type = cellAt(row, columns.type)
  const format = cellAt(row, columns.format)
  const description = cellAt(row, columns.description)
  const typeCell = type ?? (head ? description : undefined)
  const raw = description ? sourceOf(description, text) : ''
  const values = cellAt(row, columns.values)
  const required = requiredness(cellAt(row, columns.required)?.text, raw)
  const typeText = type?.text ?? (head || typeBehind(name.text)) ?? ''
  const place = cellAt(row, columns.place)?.text ?? placeOf(name)
  return namesOf(name, place).map((path) => ({
    path,
    range: [name.range[0], last.range[1]],
    nameRange: name.range,
    typeText,
    type: withContent(withFormat(readLinkedType(typeText, type?.links ?? []), format?.text ?? ''), raw),
    typeRange: typeCell ? inside(typeCell.range, text) : name.range,
    links: offersChoice(type) || offersChoice(format) ? [] : (type?.links ?? []).concat(format?.links ?? []),
    format: saidFormat(format?.text, raw, type?.text),
    values:
      values && values.code.length > 1
        ? values.code
        : (supportedValues(raw, description?.text ?? '') ??
          typedValues(typeText, raw) ??
          (format && listedInFormat(format, text, typeText))),
    limits: limitsIn(raw, typeText),
    required: required === 'unknown' ? markedDemand(name.text) : required,
    place,
    default: cellAt(row, columns.default)?.text || defaultValue(raw),
  }))
}

/** `Kiln ID`, where the path has `{kiln_id}`: what a row says belongs into the path may be named in words. */
function namesOf(name: Cell, place = ''): string[][] {
  const names = fieldNames(name)
  return names.length === 0 && /^path$/i.test(place) && inWords.test(name.text) ? [[name.text]] : names
}

const inWords = /^[A-Za-z]+(?: [A-Za-z]+){1,3}$/

function listedInFormat(cell: Cell, text: string, type: string): string[] | undefined {
  const source = sourceOf(cell, text)
  // What is a boolean is written as one, whatever it is called beside that.
  const isText = /^string$/i.test(type)
  return bracketedValues(source) ?? enumeratedValues(source) ?? (isText ? slashedValues(cell.text) : undefined)
}

function sourceOf({ source, range }: Cell, text: string): string {
  return source ?? text.slice(range[0], range[1])
}

/** Where the column has none, a sentence of the description: "Format: YYYY-MM-DD", "The UUID of the pot". A row that calls it a time means another. */
function saidFormat(column = '', description: string, type = ''): string {
  if (/\w/.test(column)) return column
  if (/^\W{0,9}(?:the )?UUID (?:of|for) /i.test(description)) return 'UUID'
  if (!/yyyy/i.test(description) || /time/i.test(type)) return column
  const said =
    /\bformat(?: is)?[:*_ ]{1,5}`?(y{4}-m{2}-d{2}(?:[T ]?[hms:.]{5,12}Z?)?)(?![\w:-]|`? ?(?:hh|or\b|[/[]))/i.exec(
      description,
    )
  return said?.[1] ?? column
}

/** `[A](#a) or [B](#b)`: which of the two a value is cannot be told. */
function offersChoice(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.links.length > 1 && new Set(cell.links).size > 1 && /\bor\b|[|,/]/.test(cell.text)
}

/** A cell without the pipe and the blanks around what it holds. */
function inside(range: Range, text: string): Range {
  let from = range[0]
  let to = range[1]
  while (from < to && isEdge(text[from])) from++
  while (to > from && isEdge(text[to - 1])) to--
  return from < to ? [from, to] : range
}

/** "boolean" in the format of "string" may be either. */
function withFormat(type: FieldType, format: string): FieldType {
  if (!type.kinds || !/^(?:string|boolean|number|integer|object|array)$/i.test(format)) return type
  const other = readType(format).kinds ?? []
  return other.every((it) => type.kinds?.includes(it)) ? type : { kinds: [...type.kinds, ...other] }
}

/** `path`, `body of the request`, in a column for formats. */
const isOfCall = new RegExp(`^(?:${placeWords})\\b`, 'i')

/** Whether a table lists what a call takes in its path, query or headers, and not the members of a JSON object. */
export function tableRole(
  table: ReadTable,
  columns: Columns | undefined,
  fields: Field[],
  sections: Section[],
): Schema['role'] {
  if (columns && columns.place >= 0) return 'parameters'
  const placed = fields.filter(({ format }) => isOfCall.test(format)).length
  if (placed * 2 > fields.length) return 'parameters'
  if (fields.every(({ place }) => place === 'path')) return 'parameters'
  const section = sections[table.section]
  const above = sections[section?.parent ?? 0]?.title ?? ''
  return roleBelow(section?.title ?? '', announcesFilters.test(above) ? /^/ : announcesParameterTable)
}
