import type { Fact, Problem, Table } from '../../../types.ts'

export interface Cell extends Fact {
  /** Text without markup, trimmed. */
  text: string
  /** Inline code in the cell, as written. */
  code: string[]
  /** Link targets in the cell. */
  links: string[]
  /** As Markdown, where the page writes it in HTML, or Markdown does not see the table. */
  source?: string
}

/** A table as it was read, whatever its notation. */
export interface ReadTable extends Table {
  header: Cell[]
  rows: Cell[][]
  /** Which rows stand right below a line of dashes, where any does. */
  parts?: number[]
}

/** The cell of a column; none of one that the table does not have. */
export function cellAt(row: readonly Cell[], column: number): Cell | undefined {
  // An index that no list has is looked for in a way that takes longer than all else about a cell.
  return column < 0 ? undefined : row[column]
}

/** What stands around what a cell holds. */
export function isEdge(character = ''): boolean {
  return character === '|' || character === ' ' || character === '\t'
}

/** What a cell says whose Markdown the parser does not see. */
export function contentsOf(source: string): Omit<Cell, 'range'> {
  return {
    source,
    text: source
      .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
      // `**id^*^**`: the raised mark of what is required.
      .replaceAll('^*^', '*')
      .replace(/\*\*([^*\n]+)\*\*/g, '$1')
      .replace(/[`\\]/g, '')
      .trim(),
    code: [...source.matchAll(/`([^`\n]+)`/g)].map(([, it = '']) => it),
    links: [...source.matchAll(/\]\(([^()\s]+)\)/g)].map(([, it = '']) => it),
  }
}

/** The cells of a row as GFM sees them: only a backslash keeps a pipe from splitting, code does not. */
export function splitRow(line: string): { text: string; start: number }[] {
  const cells: { text: string; start: number }[] = []
  const row = line.trimEnd()
  let start = row.length - row.trimStart().length
  if (row[start] === '|') start++
  for (let i = start; i <= row.length; i++) {
    if (i < row.length && (row[i] !== '|' || row[i - 1] === '\\')) continue
    if (i < row.length || start < row.length) cells.push({ text: row.slice(start, i).trim(), start })
    start = i + 1
  }
  return cells
}

/** What becomes of rows that stand behind what ends their table. */
export function losesRows(count: number): string {
  return `for many renderers, ${count === 1 ? 'this row is' : `${count} rows are`} no part of it`
}

/** What is wrong with the line of a table that begins there. */
export function problemIn(line: string, start: number, message: string, help: string): Problem {
  return { kind: 'table', range: [start, start + line.trimEnd().length], message, help }
}

/** What a delimiter row cannot be without: most paragraphs pay this look only. */
export const delimiterHint = /--|[:|] ?-|- ?[:|]/

export function isDelimiter(line: string): boolean {
  return line.includes('|') && delimiterHint.test(line) && /^[\s|:-]+$/.test(line)
}
