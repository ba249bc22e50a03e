import { grouped } from '../../../grouped.ts'
import { plural } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import { readType } from '../types.ts'
import { type Cell, cellAt, type ReadTable } from './cells.ts'
import { columnsOf } from './columns.ts'

/** A URL is a type as well. */
const place = /^\W*(?:body|cookie|form|header|path|query)(?: param(?:eter)?)?\W*$/i

interface Typed {
  rows: readonly Cell[][]
  type: number
  format: number
  header: readonly Cell[]
}

/**
 * `query` below "Type", and `string` below "Format". A column of that name may well say where a parameter is sent: not on a page whose
 * tables with the same titles have types in it, in more rows: whole sites call the place so.
 */
export function swappedCells(tables: readonly ReadTable[]): Problem[] {
  const typed = tables.flatMap(({ header, rows }): Typed[] => {
    const { type = -1, format = -1, place: sent = -1 } = columnsOf(header) ?? {}
    return type >= 0 && format >= 0 && sent < 0 ? [{ rows, type, format, header }] : []
  })
  const alike = grouped(typed, ({ header, type }) => header[type]?.text ?? '')
  return [...alike.values()].flatMap((all) => {
    const count = (isSo: typeof isSwapped) => all.flatMap((it) => it.rows.filter((row) => isSo(row, it))).length
    const swapped = count(isSwapped)
    return swapped > 0 && swapped < count(isRight) ? all.flatMap((it) => swappedIn(it)) : []
  })
}

function swappedIn(table: Typed): Problem[] {
  const found = table.rows.filter((row) => isSwapped(row, table))
  const [first] = found
  const cell = first && cellAt(first, table.type)
  return cell ? [problem(found.length, cell, cellAt(first, table.format), table)] : []
}

function isSwapped(row: readonly Cell[], { type, format }: Typed): boolean {
  return place.test(cellAt(row, type)?.text ?? '') && readType(cellAt(row, format)?.text ?? '').kinds !== undefined
}

function isRight(row: readonly Cell[], { type }: Typed): boolean {
  const text = cellAt(row, type)?.text ?? ''
  return readType(text).kinds !== undefined && !place.test(text)
}

function problem(
  count: number,
  { range, text }: Cell,
  other: Cell | undefined,
  { header, type, format }: Typed,
): Problem {
  const [here, there] = [header[type]?.text ?? '', header[format]?.text ?? '']
  const whole = `"${text}" stands below "${here}" and "${other?.text ?? ''}" below "${there}"`
  return {
    kind: 'table',
    range,
    message: count === 1 ? whole : `${whole}, in ${plural(count, 'row')}`,
    help: `other rows of the page have the type below "${here}"`,
  }
}
