import { attributeOf, type Tag } from '../../../parse/html-tags.ts'
import type { Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { tagsOf } from '../../tags.ts'
import { markdownOf } from '../html.ts'
import { readType } from '../types.ts'
import { type Cell, contentsOf, type ReadTable } from './cells.ts'

/** More columns are a layout, not a table. */
const maxColumns = 30

/** Tables that pages write in HTML, read as if they stood between pipes. Of nested tables, only the outer one. */
export function htmlTables(syntax: Syntax): ReadTable[] {
  if (!syntax.text.includes('<table')) return []
  const found: ReadTable[] = []
  let depth = 0
  let rows: Row[] = []
  let open: { start: number; section: number } | undefined
  for (const { tag, section } of tagsOf(syntax)) {
    const name = tag.name.toLowerCase()
    if (name === 'table') {
      depth = Math.max(0, depth + (tag.closing ? -1 : 1))
      if (!tag.closing && depth === 1) {
        rows = []
        open = { start: tag.range[0], section }
      } else if (open && depth === 0) {
        endCell(rows, tag.range[0])
        found.push(...tableOf(syntax.text, rows, [open.start, tag.range[1]], open.section))
        open = undefined
      }
    } else if (open && depth === 1) note(rows, name, tag)
  }
  return found
}

interface Row {
  cells: { isHeader: boolean; range: Range; isOpen: boolean; columns: number; rows: number }[]
}

function note(rows: Row[], name: string, tag: Tag): void {
  if (name !== 'tr' && name !== 'td' && name !== 'th') return
  endCell(rows, tag.range[0])
  if (tag.closing) return
  if (name === 'tr') rows.push({ cells: [] })
  else {
    const start = tag.range[1]
    const cell = { isHeader: name === 'th', range: [start, start] as const, isOpen: true }
    rows.at(-1)?.cells.push({ ...cell, columns: span(tag, 'colspan'), rows: span(tag, 'rowspan') })
  }
}

/** End tags of cells and rows may be left out. */
function endCell(rows: Row[], at: number): void {
  const cell = rows.at(-1)?.cells.at(-1)
  if (!cell?.isOpen) return
  cell.isOpen = false
  cell.range = [cell.range[0], at]
}

function span(tag: Tag, name: string): number {
  const value = Number(attributeOf(tag, name)?.value ?? 1)
  return value >= 1 && value <= maxColumns ? Math.floor(value) : 1
}

function tableOf(text: string, rows: Row[], range: Range, section: number): ReadTable[] {
  const filled = rows.filter(({ cells }) => cells.length > 0)
  const [first] = filled
  if (!first) return []
  const hasHeader =
    first.cells.length > 1 && (first.cells.every(({ isHeader }) => isHeader) || isBoldHeader(text, filled))
  const [header = [], ...body] = grid(text, hasHeader ? filled : [{ cells: [] }, ...filled])
  if (hasHeader) return [{ range, section, header, rows: body }]
  // Without a header, rows that are headed by a name describe what is named.
  const named = filled.filter(({ cells: [it] }) => it?.isHeader).length
  return named === filled.length ? [{ range, section, header: impliedHeader(body, range), rows: body }] : []
}

const boldCell = /^\s*(?:<(?:b|strong)\b[^<>]*>\s*){1,3}[^<>]{1,80}(?:<\/(?:b|strong)>\s*){1,3}$/i

/** Some write a header as a row whose cells are all bold, where those of the next are not. */
function isBoldHeader(text: string, [first, second]: readonly Row[]): boolean {
  const isBold = ({ range }: Row['cells'][number]) => range[1] - range[0] < 200 && boldCell.test(text.slice(...range))
  return first !== undefined && second !== undefined && first.cells.every(isBold) && !second.cells.every(isBold)
}

function impliedHeader(rows: Cell[][], range: Range): Cell[] {
  const isTyped = rows.every((row) => row.length > 2 && readType(row[1]?.text ?? '').kinds)
  const titles = isTyped ? ['Name', 'Type', 'Description'] : ['Name', 'Description']
  return titles.map((text) => ({ range: [range[0], range[0]], text, code: [], links: [] }))
}

/** Cells in their columns, whatever spans what. */
function grid(text: string, rows: Row[]): Cell[][] {
  const below = new Map<number, { cell: Cell; rows: number }>()
  return rows.map(({ cells }) => {
    const row: Cell[] = []
    const takeBelow = () => {
      for (let it = below.get(row.length); it && it.rows > 0; it = below.get(row.length)) {
        it.rows--
        row.push(it.cell)
      }
    }
    for (const it of cells.slice(0, maxColumns)) {
      takeBelow()
      const cell = cellOf(text, it.range)
      for (let column = 0; column < it.columns; column++) {
        below.set(row.length, { cell, rows: it.rows - 1 })
        row.push(cell)
      }
    }
    takeBelow()
    return row
  })
}

function cellOf(text: string, range: Range): Cell {
  const source = text.slice(...range)
  const links = [...source.matchAll(/<a\s[^<>]*?href\s*=\s*["']([^"'<>]*)["']|\]\(([^()\s]+)\)/gi)]
  return { ...contentsOf(markdownOf(source)), range, links: links.map(([, html, link]) => html ?? link ?? '') }
}
