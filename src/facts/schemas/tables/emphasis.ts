import { readType } from '../types.ts'
import { type Cell, cellAt, isEdge } from './cells.ts'
import type { Columns } from './columns.ts'

/**
 * `**lids** | array`, and `*weight*` in the rows below it: what is in italics is a member of what is bold. Bold may as well say that a
 * field is required, and italics that another one is not: so all that is bold has to hold something, and no row in italics may stand
 * anywhere else.
 */
export function rowsInItalics(rows: readonly Cell[][], columns: Columns, text: string): ReadonlySet<Cell[]> {
  const marks = rows.map((row) => emphasisOf(cellAt(row, columns.name), text))
  const [bold, italic] = [marks.filter((it) => it === '**').length, marks.filter((it) => it === '*').length]
  if (bold === 0 || italic < 2 || (bold === 1 && bold + italic === rows.length)) return none
  const isGroup = marks.every((mark, at) => {
    if (mark === '**') return holds(rows[at], columns) && marks[at + 1] === '*'
    return mark !== '*' || (at > 0 && marks[at - 1] !== '')
  })
  if (!isGroup) return none
  const members = new Set<Cell[]>()
  for (const [at, mark] of marks.entries()) {
    if (mark !== '**') continue
    const end = marks.findIndex((it, i) => i > at && it !== '*')
    const below = rows.slice(at + 1, end < 0 ? undefined : end)
    // What holds something, too, may hold the rows below it: nothing is set in a third way.
    if (!below.some((row) => holds(row, columns))) for (const row of below) members.add(row)
  }
  return members
}

const none: ReadonlySet<Cell[]> = new Set()

function holds(row: readonly Cell[] = [], { type }: Columns): boolean {
  const { kinds = [] } = readType(cellAt(row, type)?.text ?? '')
  return kinds.some((it) => it === 'array' || it === 'object')
}

/** How all of a cell is set: `**`, `*`, or ''. */
function emphasisOf(cell: Cell | undefined, text: string): '' | '*' | '**' {
  if (!cell) return ''
  const raw = cell.source ?? text
  let [from, to] = cell.source === undefined ? cell.range : [0, cell.source.length]
  while (from < to && isEdge(raw[from])) from++
  if (raw[from] !== '*' && raw[from] !== '_') return ''
  while (to > from && isEdge(raw[to - 1])) to--
  const [, mark = ''] = /^(\*\*?|__?)\w(?:.{0,100}\w)?\1$/.exec(raw.slice(from, to)) ?? []
  return mark.length === 2 ? '**' : mark.length === 1 ? '*' : ''
}
