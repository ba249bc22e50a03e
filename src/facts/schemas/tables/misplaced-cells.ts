import { excerpt, listed } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import type { Cell, ReadTable } from './cells.ts'
import { kindOf } from './lost-cells.ts'

/** Fewer rows have no habit. */
const enough = 3

/** `0..1`, `1..n`: how often a thing occurs, which is written like nothing else. */
const occurs = /^\d{1,3} ?\.{2,3} ?(?:\d{1,3}|[nm*]|unbounded)$/i

/** What no cell of another column looks like. */
const strict: ReadonlySet<string | undefined> = new Set(['answer', 'method', 'place', 'type'])

/** Rows with all their cells, of which one says what only another column does, or how often the thing occurs by its name. */
export function misplacedCells({ header, rows }: ReadTable): Problem[] {
  const whole = rows.filter((it) => it.length === header.length)
  if (header.length < 3 || whole.length <= enough) return []
  return [
    ...lostClass(header, whole),
    ...header.flatMap(({ text: title }, at) => {
      if (at === 0) return []
      const named = whole.filter((row) => row[at]?.text !== '' && row[at]?.text === row[0]?.text)
      const [row, another] = named.length > 0 ? named : strangers(whole, at)
      const cell = row?.[at]
      if (!row || !cell || another) return []
      const others = whole.filter((it) => it !== row)
      if (named.length > 0) return others.every((it) => occurs.test(it[at]?.text ?? '')) ? [repeated(cell, title)] : []
      const own = homeOf(row, at, others)
      // Two cells that changed places are one mistake.
      if (own < 0 || (own < at && row[own]?.text !== '')) return []
      return [moved(cell, title, header[own]?.text ?? '')]
    }),
  ]
}

/** `PotBody`, all that a row says, before an empty cell for the type: the other rows have a type, and say more. */
function lostClass(header: readonly Cell[], rows: readonly Cell[][]): Problem[] {
  const type = header.findIndex(({ text }) => /^(?:class|(?:data ?)?type)$/i.test(text))
  if (type < 2) return []
  const typed = rows.filter((row) => row[type]?.text !== '')
  const moved = rows.filter((row) => row[type]?.text === '' && isClassOf(row[0]?.text ?? '', row[type - 1]?.text ?? ''))
  const [first] = moved
  const cell = first?.[type - 1]
  if (!cell || typed.length < 2 || !typed.every((row) => /\p{L} \p{L}/u.test(row[type - 1]?.text ?? ''))) return []
  const [above, own] = [header[type - 1]?.text ?? '', header[type]?.text ?? '']
  const message = `${listed(moved.map((row) => row[type - 1]?.text ?? ''))} stand${moved.length === 1 ? 's' : ''} below "${above}", not "${own}"`
  return [{ kind: 'table', range: cell.range, message, help: 'move it to its own column' }]
}

/** Words in one, of which the name that stands before them is only a part. */
function isClassOf(name: string, text: string): boolean {
  return name.length < text.length && text.includes(name) && /^[A-Z]+[a-z]+[A-Z][A-Za-z\d]*$/.test(text)
}

/** The rows whose cell is of another kind than nearly all of its column. */
function strangers(rows: readonly Cell[][], at: number): Cell[][] {
  const kindIn = (row: readonly Cell[] | undefined) => row?.[at] && kindOf(row[at])
  const first = kindIn(rows[0])
  const usual = first === kindIn(rows[1]) ? first : kindIn(rows[2])
  return strict.has(usual) ? rows.filter((it) => kindIn(it) !== usual) : []
}

/** The column that has nothing but what a cell says, and where its row says nothing, or what the cell's own column does. */
function homeOf(row: readonly Cell[], at: number, others: readonly Cell[][]): number {
  const kind = row[at] && kindOf(row[at])
  if (!strict.has(kind)) return -1
  const usual = others[0]?.[at] && kindOf(others[0][at])
  return row.findIndex((it, i) => {
    if (i === at || (it.text !== '' && kindOf(it) !== usual)) return false
    return others.every((other) => other[i] && kindOf(other[i]) === kind)
  })
}

function repeated(cell: Cell, title: string): Problem {
  const message = `"${excerpt(cell.text)}", the name of this row, stands below "${title}" as well`
  return { kind: 'table', range: cell.range, message, help: 'say how often it occurs, as the other rows do' }
}

function moved(cell: Cell, above: string, own: string): Problem {
  const message = `"${excerpt(cell.text)}" stands below "${above}", not "${own}"`
  return { kind: 'table', range: cell.range, message, help: 'move it to its own column' }
}
