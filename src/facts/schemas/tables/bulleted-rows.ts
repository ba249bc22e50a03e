import { endOfLine } from '../../../text.ts'
import type { Problem, Range } from '../../../types.ts'
import { type Cell, contentsOf, losesRows, splitRow } from './cells.ts'
import type { WrittenTable } from './written.ts'

/** `- label | string | what it says`: below a row, the mark of a list with as many cells as the table has columns. */
const bullet = /^[-*] (?=[^\s|])/

/**
 * The rows right below a table that begin as a list does, and those behind them: they belong to what the row above says, and GFM
 * makes a list of them. Of a table in a list, the next item may well be one.
 */
export function bulletedRows(text: string, [start, end]: Range, width: number): Cell[][] {
  const from = text.indexOf('\n', end) + 1
  const isIndented = start > 0 && !/[\n\ufeff]/.test(text.charAt(start - 1))
  if (width < 2 || from === 0 || isIndented || !bullet.test(text.slice(from, from + 3))) return []
  const rows: Cell[][] = []
  for (let at = from; at < text.length; ) {
    const line = text.slice(at, endOfLine(text, at))
    const row = line.includes('|') ? cellsOf(line, at) : []
    if (row.length === 0 || (at === from && row.length !== width)) break
    rows.push(row)
    at += line.length + 1
  }
  return rows
}

function cellsOf(line: string, from: number): Cell[] {
  return splitRow(line).map(({ text, start }) => {
    const at = from + line.indexOf(text, start)
    return { ...contentsOf(text), range: [at, at + text.length] }
  })
}

/** A table that a list ends. */
export function endedByList({ text, range, rows: own, width }: WrittenTable): Problem[] {
  const rows = own.length < 2 ? [] : bulletedRows(text, range, width)
  const [[first] = []] = rows
  if (!first) return []
  const message = `a list begins here and ends the table: ${losesRows(rows.length)}`
  const end = rows[0]?.at(-1)?.range[1] ?? first.range[1]
  return [{ kind: 'table', range: [first.range[0], end], message, help: 'begin and end the row with a pipe' }]
}
