import { startOfLine } from '../../../text.ts'
import type { Problem, Range } from '../../../types.ts'
import { readType } from '../types.ts'
import { problemIn, splitRow } from './cells.ts'
import { rolesOf } from './columns.ts'
import type { WrittenTable } from './written.ts'

/** Fewer cells are words and a pipe. */
const enough = 3
/** A paragraph of more lines is something else. */
const most = 5

/** `####Optional:`, which some renderers show as a title. */
const tightTitle = /^#{1,6}[^\n|]{1,80}\n/

/** A row like those of the table above, with a type where those have one, as a paragraph of its own: below a title or a list, nothing makes it a table. */
export function loneRow(text: string, [start, end]: Range, table: WrittenTable | undefined): Problem[] {
  // What stands in a list is a list's.
  if (!table || table.width < enough || startOfLine(text, start) !== start) return []
  const behind = start + (tightTitle.exec(text.slice(start, end))?.[0].length ?? 0)
  const lines = text.slice(behind, end).split('\n', most + 1)
  if (lines.length > most || lines.some((it) => splitRow(it).length !== table.width)) return []
  const typed = typedColumn(table)
  const [first = ''] = lines
  if (typed < 1 || !lines.every((it) => isType(splitRow(it)[typed]?.text))) return []
  const message = 'no header stands above this row: no renderer shows a table'
  const help = 'repeat the header above it, with its delimiter row, or put it into the table above'
  return [problemIn(first, behind, message, help)]
}

/** The column for types, by its title, or since each row has one there. */
function typedColumn({ text, rows }: WrittenTable): number {
  const [header = [], ...cells] = rows.map((it) => splitRow(text.slice(...it)))
  const at = header.findIndex((it) => rolesOf(it.text).includes('type'))
  if (at >= 0 || cells.length === 0) return at
  return header.findIndex((_, column) => cells.every((it) => isType(it[column]?.text)))
}

function isType(text = ''): boolean {
  return /^[`*]?[a-z]{3,12}[`*]?$/i.test(text) && readType(text).kinds !== undefined
}

/** The last table that ends above a place; asked for in the order of the text. */
export function lastAbove(tables: readonly WrittenTable[]): (at: number) => WrittenTable | undefined {
  let next = 0
  return (at) => {
    while ((tables[next]?.range[1] ?? Number.POSITIVE_INFINITY) <= at) next++
    return next > 0 ? tables[next - 1] : undefined
  }
}
