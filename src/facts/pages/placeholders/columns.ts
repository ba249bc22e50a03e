import type { TableCell } from 'mdast'
import type { Located } from '../../syntax.ts'

/** A cell below the header of a table, as its column has it. */
interface Column {
  at: number
  header: TableCell | undefined
}

/** The column of a cell, where that is no cell of the header itself. */
export function columnOf({ node, parent }: Located): Column | undefined {
  const row = parent?.node
  const [header] = parent?.parent?.node.children ?? []
  if (node.type !== 'tableCell' || row?.type !== 'tableRow' || header?.type !== 'tableRow' || header === row)
    return undefined
  const at = row.children.indexOf(node)
  return { at, header: header.children[at] }
}

/** What nobody knows yet is to be determined: a date, and what depends on one. */
export const dates = /\b(?:dates?|released?|start|end of life|eol|eta|due|when|until)\b/i
