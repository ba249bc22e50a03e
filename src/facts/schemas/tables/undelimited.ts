import type { Problem, Range } from '../../../types.ts'
import { isDelimiter, problemIn, splitRow } from './cells.ts'
import { rolesOf } from './columns.ts'

/** Titles of tables that are none of fields. */
const named = /^(?:code|status|value|option|method|endpoint|scope|element|argument)s?(?: name)?$/i

/** So many rows of as many cells are no accident, whatever the titles are; nor are fewer, where a pipe begins and ends each. */
const enough = { rows: 3, cells: 3 }
const enoughEdged = { rows: 2, cells: 2 }

/** A header without a delimiter row, or with one that is none, and rows below it. */
export function undelimited(text: string, [start, end]: Range): Problem[] {
  const source = text.slice(start, end)
  return ofWrongMarks(source, start) ?? ofPartedDashes(source, start) ?? missing(source, start)
}

/** `| ------ | --- --- |`: dashes with a blank between them delimit no cell. */
function ofPartedDashes(source: string, start: number): Problem[] | undefined {
  if (!isParted(source)) return undefined
  const lines = source.split('\n')
  const at = lines.findIndex((it) => isDelimiter(it) && isParted(it))
  return noDelimiters(
    lines,
    at,
    start,
    'dashes with a blank between them delimit no cell: many renderers show no table',
  )
}

/** `|===|===|` where dashes belong. */
function ofWrongMarks(source: string, start: number): Problem[] | undefined {
  if (!source.includes('==')) return undefined
  const lines = source.split('\n')
  const at = lines.findIndex((it) => it.includes('|') && it.includes('==') && /^[\s|:=-]+$/.test(it))
  return noDelimiters(lines, at, start, 'a row of "=" is no delimiter row: many renderers show no table')
}

function isParted(line: string): boolean {
  return /-[ \t]+:?-/.test(line)
}

/** A line that was to delimit the cells of the rows above and below it, which are as many. */
function noDelimiters(lines: readonly string[], at: number, start: number, message: string): Problem[] | undefined {
  const line = lines[at]?.trimEnd() ?? ''
  const width = splitRow(line).length
  const [header, row] = [lines[at - 1] ?? '', lines[at + 1] ?? '']
  if (width < 2 || lines.some((it) => isDelimiter(it) && !isParted(it))) return undefined
  if ([header, row].some((it) => !it.includes('|') || splitRow(it).length !== width)) return undefined
  const from = start + lines.slice(0, at).join('\n').length + 1
  return [problemIn(line, from, message, `write "${dashes(width)}"`)]
}

/** A header, and rows right below it. */
function missing(source: string, start: number): Problem[] {
  const isNamed = isTitle(splitRow(source.split('\n', 1)[0] ?? '')[0]?.text)
  const before = isNamed ? 0 : rowsStart(source)
  const [header = '', ...rows] = source.slice(before).split('\n')
  const cells = splitRow(header)
  const least = [header, ...rows].every((it) => edged.test(it)) ? enoughEdged : enough
  const isTable = (isNamed && isHeader(cells, rows[0])) || areRows(rows, cells, least)
  if (!isTable || rows.some(isDelimiter)) return []
  const message = 'no delimiter row stands below this header: many renderers show no table'
  return [problemIn(header, start + before, message, `write "${dashes(cells.length)}" below it`)]
}

function isTitle(text = ''): boolean {
  return named.test(text) || rolesOf(text).includes('name')
}

/** Where the lines begin that begin with a pipe, above which no other has one. */
function rowsStart(source: string): number {
  const pipe = source.indexOf('|')
  return source[pipe - 1] === '\n' ? pipe : 0
}

/** Names of columns, whatever stands below them. */
function isHeader(cells: readonly { text: string }[], row = ''): boolean {
  return (
    cells.length > 1 && splitRow(row).length === cells.length && cells.every((it) => /^[\p{Lu}\p{Lo}(]/u.test(it.text))
  )
}

/** All with as many cells as the header, which holds titles. */
function areRows(rows: readonly string[], header: readonly { text: string }[], least: typeof enough): boolean {
  if (rows.length < least.rows || header.length < least.cells) return false
  return header.every(({ text }) => title.test(text)) && rows.every((it) => splitRow(it).length === header.length)
}

const edged = /^\s*\|[^|].*\|\s*$/

/** A few words, and neither a sentence nor an address. */
const title = /^(?!.{40}|.*:\/\/)\W{0,3}\p{L}[\p{L}\W_]*[^\s.!:;]$/u

function dashes(cells: number): string {
  return Array.from({ length: cells }, () => '---').join('|')
}
