import type { TableRow } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Cell, Range, Table } from '../types.ts'
import { type Syntax, textOf } from './syntax.ts'

/** Pipe tables, header and rows. */
export function tables(syntax: Syntax): Table[] {
  return syntax.all('table').map(({ node, range, section }) => {
    const [header, ...rows] = node.children.map((row) => cells(row, range))
    return { range, section, header: header ?? [], rows }
  })
}

function cells(row: TableRow, table: Range): Cell[] {
  return row.children.map((cell) => {
    const start = cell.position?.start.offset ?? table[0]
    const end = cell.position?.end.offset ?? table[1]
    const code: string[] = []
    const links: string[] = []
    visit(cell, (node) => {
      if (node.type === 'inlineCode') code.push(node.value)
      else if (node.type === 'link') links.push(node.url)
    })
    return { range: [start, end], text: textOf(cell).trim(), code, links }
  })
}
