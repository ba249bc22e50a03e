import { plural } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import { readType } from '../types.ts'
import { type Cell, cellAt, type ReadTable } from './cells.ts'
import { columnsOf, placeWords } from './columns.ts'

const place = new RegExp(`^\\W*(?:${placeWords})(?: param(?:eter)?)?\\W*$`, 'i')

interface Typed {
  rows: readonly Cell[][]
  type: number
  format: number
  header: readonly Cell[]
}

/**
 * `query` below "Type", and `string` below "Format". A column of that name may well say where a parameter is sent: not on a page whose
 * tables with the same titles have types in it.
 */
export function swappedCells(tables: readonly ReadTable[]): Problem[] {
  const typed = tables.flatMap(({ header, rows }): Typed[] => {
    const { type = -1, format = -1, place: sent = -1 } = columnsOf(header) ?? {}
    return type >= 0 && format >= 0 && sent < 0 ? [{ rows, type, format, header }] : []
  })
  return typed.flatMap((table) => {
    const found = table.rows.filter((row) => isSwapped(row, table))
    const [first] = found
    const cell = first && cellAt(first, table.type)
    return cell && typed.some((it) => isAlike(it, table) && it.rows.some((row) => isRight(row, it)))
      ? [problem(found.length, cell, cellAt(first, table.format), table)]
      : []
  })
}

function isSwapped(row: readonly Cell[], { type, format }: Typed): boolean {
  return place.test(cellAt(row, type)?.text ?? '') && readType(cellAt(row, format)?.text ?? '').kinds !== undefined
}

function isRight(row: readonly Cell[], { type }: Typed): boolean {
  return readType(cellAt(row, type)?.text ?? '').kinds !== undefined
}

function isAlike(one: Typed, other: Typed): boolean {
  return one.header[one.type]?.text === other.header[other.type]?.text
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
