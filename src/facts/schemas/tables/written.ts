import { rangeOf } from '../../../parse/points.ts'
import type { Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** A table that Markdown sees, as the page writes it. */
export interface WrittenTable {
  text: string
  range: Range
  /** The first is the header. */
  rows: readonly Range[]
  /** How many cells the header has. */
  width: number
}

export function writtenTables(syntax: Syntax): WrittenTable[] {
  return syntax.all('table').map(({ node: { children }, range }) => ({
    text: syntax.text,
    range,
    rows: children.map((it) => rangeOf(it) ?? range),
    width: children[0]?.children.length ?? 0,
  }))
}
