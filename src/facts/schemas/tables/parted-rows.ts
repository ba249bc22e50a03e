import { endOfLine } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import { losesRows, problemIn, splitRow } from './cells.ts'
import type { WrittenTable } from './written.ts'

/** Rows behind an empty line: to most renderers, the table ends there. */
export function partedRows({ text, range: [start, end], width }: WrittenTable): Problem[] {
  // Words and pipes in a text may well be two.
  if (width < (text[start] === '|' ? 2 : 3)) return []
  const rows = rowsBehind(text, end, width, text[start] === '|')
  const [first] = rows
  // A header once more is that of another table.
  if (!first || firstCell(first.line) === firstCell(text.slice(start, end))) return []
  const message = `an empty line ends the table above: ${losesRows(rows.length)}`
  return [problemIn(first.line, first.at, message, 'remove the empty line')]
}

function firstCell(lines: string): string | undefined {
  return splitRow(lines.split('\n', 1)[0] ?? '')[0]?.text
}

interface Row {
  line: string
  at: number
}

/** What a page has behind empty lines, as long as all lines up to the next are rows, and none a delimiter row. */
function rowsBehind(text: string, end: number, width: number, piped: boolean): Row[] {
  const found: Row[] = []
  for (let from = behindBlank(text, end); from >= 0; ) {
    const rows = linesAt(text, from)
    if (rows.length === 0 || !areRows(rows, width, piped)) break
    found.push(...rows)
    const last = rows.at(-1)
    from = last ? behindBlank(text, last.at + last.line.length) : -1
  }
  return found
}

/** Where the text goes on behind one or two lines without any, no further to the right than a table may begin. */
function behindBlank(text: string, end: number): number {
  const found = /^[ \t]*(?:\r?\n[ \t]*){1,2}\r?\n {0,3}(?=\S)/.exec(text.slice(end, end + 60))
  return found ? end + found[0].length : -1
}

function linesAt(text: string, from: number): Row[] {
  const lines: Row[] = []
  for (let at = from; at < text.length; ) {
    const line = text.slice(at, endOfLine(text, at))
    if (line.trim() === '' || !line.includes('|')) return line.trim() === '' ? lines : []
    lines.push({ line: line.trim(), at: at + line.length - line.trimStart().length })
    at += line.length + 1
  }
  return lines
}

/** The first is whole; behind it, cells without text may be missing. */
function areRows(lines: readonly Row[], width: number, piped: boolean): boolean {
  return lines.every(({ line }, i) => {
    const cells = splitRow(line).length
    const isWhole = cells === width || (i > 0 && cells === width - 1)
    return isWhole && line.startsWith('|') === piped && !/^[\s|:-]+$/.test(line)
  })
}
