import { rangeOf } from '../../../parse/points.ts'
import type { Problem, Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { splitRow } from './cells.ts'

/** Rows whose last cell goes on behind an empty line, up to the pipe that ends it: a row is one line, and the table ends there. */
export function tornRows(syntax: Syntax): Problem[] {
  const { text } = syntax
  return syntax.all('table').flatMap(({ node: { children }, range: table }): Problem[] => {
    const [head] = children
    const width = head?.children.length ?? 0
    if (width < 2 || children.length < 2 || !isPiped(text, rangeOf(head) ?? table)) return []
    return torn(text, rangeOf(children.at(-1)) ?? table, width)
  })
}

function torn(text: string, [start, end]: Range, width: number): Problem[] {
  const rest = text[start] === '|' ? restOf(text, end) : undefined
  if (!rest) return []
  const row = text.slice(start, end).trimEnd()
  const cells = splitRow(rest.last).length
  // A row that its pipe ends lacks a cell, which stands behind what looks like a text.
  if (endsCell(row) && (rest.lines > 1 || cells < 2)) return []
  if (splitRow(row).length + cells - 1 !== width) return []
  const message = 'an empty line stands in this row: most renderers end the table there'
  return [{ kind: 'table', range: [start, start + row.length], message, help: 'write it in one line, with "<br>"' }]
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
