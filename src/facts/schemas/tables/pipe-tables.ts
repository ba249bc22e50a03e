import type { Nodes, TableCell, TableRow } from 'mdast'
import { rangeOf } from '../../../parse/points.ts'
import type { Range } from '../../../types.ts'
import { type Syntax, textOf } from '../../syntax.ts'
import { bulletedRows } from './bulleted-rows.ts'
import type { Cell, ReadTable } from './cells.ts'

/** Tables between pipes, as Markdown sees them. */
export function pipeTables(syntax: Syntax): ReadTable[] {
  const targets = referenceTargets(syntax)
  return syntax.all('table').map(({ node, range, section }) => {
    const all = node.children.map((row) => cells(row, range, targets))
    const header = all[0] ?? []
    const rows = all.slice(1)
    const more = rows.length === 0 ? [] : bulletedRows(syntax.text, range, header.length)
    const end = more.at(-1)?.at(-1)?.range[1] ?? range[1]
    const { rows: kept, parts } = withoutMarks([...rows, ...more])
    return { range: [range[0], end] as const, section, header, rows: kept, parts }
  })
}

type Targets = (identifier: string) => string[]

/** Where `[text][label]` leads. Few tables ask. */
function referenceTargets(syntax: Syntax): Targets {
  let urls: Map<string, string> | undefined
  return (identifier) => {
    // The first of several definitions counts, and `Map` keeps the last.
    urls ??= new Map(
      syntax
        .all('definition')
        .toReversed()
        .map(({ node }) => [node.identifier, node.url]),
    )
    return [urls.get(identifier) ?? []].flat()
  }
}

/** Of kramdown: a row of dashes parts what a table says, and `{: class="wide"}` in its last line is said of it all. */
function isMark(row: Cell[]): boolean {
  const text = row[0]?.text ?? ''
  if (text.startsWith('{:')) return text.endsWith('}') && row.every((it, at) => at === 0 || it.text === '')
  return text.startsWith('---') && row.every((it) => /^[-=:+]*$/.test(it.text))
}

function withoutMarks(rows: Cell[][]): Pick<ReadTable, 'rows' | 'parts'> {
  if (!rows.some(isMark)) return { rows }
  const kept: Cell[][] = []
  const parts: number[] = []
  for (const row of rows)
    if (isMark(row)) parts.push(kept.length)
    else kept.push(row)
  return { rows: kept, parts }
}

function cells(row: TableRow, table: Range, targets: Targets): Cell[] {
  return row.children.map((cell) => contents(cell, rangeOf(cell) ?? table, targets))
}

/** Most cells are one text, or all code. The others are walked by hand: a visitor costs more than all else about tables. */
function contents(cell: TableCell, range: Range, targets: Targets): Cell {
  const only = cell.children[0]
  if (only === undefined) return { range, text: '', code: [], links: [] }
  if (cell.children.length === 1 && (only.type === 'text' || only.type === 'inlineCode'))
    return { range, text: only.value.trim(), code: only.type === 'text' ? [] : [only.value], links: [] }
  const code: string[] = []
  const links: string[] = []
  const stack: Nodes[] = [cell]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'inlineCode') code.push(node.value)
    else if (node.type === 'link') links.push(node.url)
    else if (node.type === 'linkReference') links.push(...targets(node.identifier))
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
  return { range, text: textOf(broken(cell)).trim(), code, links }
}

function isBreak(it: Nodes): boolean {
  return it.type === 'html' && /^<br\b/i.test(it.value)
}

/** `name<br>Required`: in a cell, a line ends with a tag. */
function broken(cell: TableCell): TableCell {
  if (!cell.children.some(isBreak)) return cell
  return { ...cell, children: cell.children.map((it) => (isBreak(it) ? { type: 'break' } : it)) }
}
