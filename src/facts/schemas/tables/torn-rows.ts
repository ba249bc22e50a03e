import type { Problem, Range } from '../../../types.ts'
import { problemIn, splitRow } from './cells.ts'
import type { WrittenTable } from './written.ts'

/** A last row whose last cell goes on behind an empty line, up to the pipe that ends it: a row is one line, and the table ends there. */
export function tornRow({ text, range, rows, width }: WrittenTable): Problem[] {
  if (width < 2 || rows.length < 2 || !isPiped(text, rows[0] ?? range)) return []
  const [start, end] = rows.at(-1) ?? range
  const rest = text[start] === '|' ? restOf(text, end) : undefined
  if (!rest) return []
  const row = text.slice(start, end)
  const cells = splitRow(rest.last).length
  // A row that its pipe ends lacks a cell, which stands behind what looks like a text.
  if (endsCell(row) && (rest.lines > 1 || cells < 2)) return []
  if (splitRow(row).length + cells - 1 !== width) return []
  const message = 'an empty line stands in this row: most renderers end the table there'
  return [problemIn(row, start, message, 'write it in one line, with "<br>"')]
}

const most = 12

/** What stands behind an empty line below a row, up to a line that a pipe ends: no row, title, list or code. */
function restOf(text: string, end: number): { last: string; lines: number } | undefined {
  const behind = text.slice(end, end + 1500).split('\n', most + 2)
  if (behind[1]?.trim() !== '') return undefined
  let lines = 0
  for (const line of behind.slice(1)) {
    if (line.trim() === '') continue
    if (/^\s*(?:[|#>]|```|~~~|[-*+] |\d+\. )/.test(line)) return undefined
    lines++
    if (endsCell(line)) return { last: line, lines }
  }
  return undefined
}

function isPiped(text: string, range: Range): boolean {
  const source = text.slice(...range).trim()
  return source.startsWith('|') && endsCell(source)
}

function endsCell(line: string): boolean {
  return /[^\\]\|\s*$/.test(line)
}
