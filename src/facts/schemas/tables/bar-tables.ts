import type { Range } from '../../../types.ts'
import { ranges } from '../../ranges.ts'
import type { Syntax } from '../../syntax.ts'
import { type Cell, contentsOf, type ReadTable } from './cells.ts'

/** More text than that is no code span of a cell. */
const longest = 500

/**
 * Tables of Diplodoc, whose cells hold blocks: between `#|` and `|#`, a row between `||` and `||`. Markdown sees paragraphs in
 * them, so they are read from the text.
 */
export function barTables(syntax: Syntax): ReadTable[] {
  const { text } = syntax
  if (!text.includes('#|')) return []
  const code = ranges(syntax.all('code').map(({ range }) => range))
  const found: ReadTable[] = []
  let end = 0
  for (const { index, 0: opening } of text.matchAll(/^[ \t]*#\|[ \t]*\r?$/gm)) {
    if (index < end || code.at(index)) continue
    const start = index + opening.indexOf('#')
    const read = readRows(text, start + 2)
    end = read.end
    const [header, ...rows] = withTypes(read.rows.map((row) => row.map((it) => cellOf(text, it))))
    if (header) found.push({ range: [start, end], section: syntax.sectionAt(start), header, rows: merged(rows) })
  }
  return found
}

/** What stands between bars, row by row, up to the end of the table. A table in a cell is part of it. */
function readRows(text: string, from: number): { rows: Range[][]; end: number } {
  const rows: Range[][] = []
  let row: Range[] | undefined
  let start = from
  let depth = 1
  for (const { mark, at } of marks(text, from)) {
    if (mark === 'open') depth++
    else if (mark === 'close') depth--
    if (depth === 0) return { rows, end: at + 2 }
    if (depth > 1 || mark === 'open' || mark === 'close') continue
    row?.push([start, at])
    start = at + (mark === 'row' ? 2 : 1)
    if (mark === 'bar') continue
    if (row) rows.push(row)
    row = row ? undefined : []
  }
  return { rows: [], end: text.length }
}

function* marks(text: string, from: number): Generator<{ mark: Mark; at: number }> {
  for (let at = from; at < text.length; ) {
    const mark = markAt(text, at)
    if (mark) yield { mark, at }
    at += mark === undefined ? codeLength(text, at) : mark === 'bar' ? 1 : 2
  }
}

type Mark = 'open' | 'close' | 'row' | 'bar'

function markAt(text: string, at: number): Mark | undefined {
  const [character, next] = [text[at], text[at + 1]]
  if (character === '#' && next === '|') return 'open'
  if (character !== '|') return undefined
  return next === '#' ? 'close' : next === '|' ? 'row' : 'bar'
}

/** How many characters are one: a bar in code, or behind a backslash, parts no cells. */
function codeLength(text: string, at: number): number {
  if (text[at] === '\\') return 2
  if (text[at] !== '`') return 1
  let marks = 1
  while (text[at + marks] === '`') marks++
  const end = text.slice(at + marks, at + marks + longest).indexOf('`'.repeat(marks))
  return end < 0 ? marks : 2 * marks + end
}

function cellOf(text: string, [start, end]: Range): Cell {
  const source = text.slice(start, end)
  const before = source.length - source.trimStart().length
  const shown = source.trim()
  return { ...contentsOf(shown), range: [start + before, start + before + shown.length] }
}

/** A first column whose title has the word for a type in its second line has names, and their types below them: two columns. */
function withTypes(rows: Cell[][]): Cell[][] {
  const title = rows[0]?.[0]?.text ?? ''
  if (!/\n\s*(?:type|тип)$/i.test(title)) return rows
  return rows.map(([first, ...others], at) => (first ? [...halves(first, at === 0), ...others] : []))
}

function halves({ range, source = '' }: Cell, isTitle: boolean): Cell[] {
  const cut = source.indexOf('\n')
  const [name, type] = cut < 0 ? [source, ''] : [source.slice(0, cut).trimEnd(), source.slice(cut).trim()]
  const middle = range[0] + name.length
  const cells: Cell[] = [
    { ...contentsOf(name), range: [range[0], middle] },
    { ...contentsOf(type), range: [cut < 0 ? middle : range[1] - type.length, range[1]] },
  ]
  return isTitle ? cells.map((it, at) => ({ ...it, text: at === 0 ? 'Name' : 'Type' })) : cells
}

/** `^` is the cell above once more, `>` the one before. */
function merged(rows: Cell[][]): Cell[][] {
  const done: Cell[][] = []
  for (const row of rows) {
    const cells: Cell[] = []
    for (const cell of row) {
      const other = cell.text === '^' ? done.at(-1)?.[cells.length] : cell.text === '>' ? cells.at(-1) : undefined
      cells.push(other ?? cell)
    }
    done.push(cells)
  }
  return done
}
