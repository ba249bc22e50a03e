import type { Field, Range } from '../../../types.ts'
import { mayHoldFields } from '../types.ts'
import { type Cell, isEdge } from './cells.ts'

/** Blanks that are kept, arrows, dashes, lines of a tree. An asterisk is none: it says "required". */
const indentation =
  /^(?:&(?:nbsp|emsp|ensp|#160);|\\?[\u00a0\u2002\u2003>\u00bb\u2190-\u21ff\u2794-\u27be\u2500-\u257f\u2022–—-]|&gt;|[ \t])+/

/** How many columns behind that of the names have no title: a name stands one further to the right for each object that it is in. */
export function stepsBehind(header: readonly Cell[], name: number): number {
  let steps = 0
  while (header[name + steps + 1]?.text === '') steps++
  return steps
}

/** The column, counted from that of the names, in which a row has its own. */
export function stepOf(row: readonly Cell[], name: number, steps: number): number {
  let step = 0
  while (step < steps && row[name + step]?.text === '') step++
  return row[name + step]?.text === '' ? 0 : step
}

const numberTitle = /^(?:no|nr|num(?:ber)?|#|№|stt|項番|番号|序号|编号|번호)\.?$/i

/** In front of the names, a column may number the rows: 2-1 is in 2. */
export function numbering(header: readonly Cell[], name: number): (row: readonly Cell[]) => number {
  const column = header.findIndex(({ text }, at) => at < name && numberTitle.test(text))
  if (column < 0) return () => 0
  return (row) => {
    const number = row[column]?.text ?? ''
    return /^\d{1,3}(?:[-.]\d{1,3})+$/.test(number) ? number.split(/[-.]/).length - 1 : 0
  }
}

/** Puts fields below those that a table's own way of indenting names puts them under, row by row. */
export function nesting(): (cell: Cell, fields: Field[], text: string, step: number) => Field[] {
  const above: { depth: number; field: Field }[] = []
  return (cell, fields, text, step) => {
    const depth = step > 0 ? step : depthOf(cell, text)
    while (above.length > 0 && (above[above.length - 1]?.depth ?? 0) >= depth) above.pop()
    const parent = depth > 0 ? above[above.length - 1]?.field : undefined
    const path = parent ? pathBelow(parent, isBranch(cell, text)) : []
    const placed = path.length > 0 ? fields.map((it) => ({ ...it, path: [...path, ...it.path] })) : fields
    const own = placed[0]
    if (own && fields.length === 1) above.push({ depth, field: own })
    return placed
  }
}

/** `└`, `├`, `↳`: the line of a tree leads to what stands above, whatever that is said to be. */
function isBranch({ range, source }: Cell, text: string): boolean {
  return branch.test(source ?? text.slice(range[0], Math.min(range[1], range[0] + 20)))
}

const branch = /^[\s|]{0,9}(?:&\w{1,5};){0,9}[└├↳]/

/** Where what stands below a field belongs; nowhere below a value, and at the top below the whole body, which is no member of itself. */
function pathBelow({ path, type }: Field, isSure: boolean): string[] {
  if (!(isSure || mayHoldFields(type)) || /^(?:body|anonymous)$/.test(path.join('.'))) return []
  return [...path, ...(type.kinds?.includes('array') ? ['[]'] : [])]
}

function depthOf({ range, source }: Cell, text: string): number {
  if (source === undefined && !startsStrangely(text, range)) return 0
  const raw = source ?? text.slice(range[0], range[1])
  const found = indentation.exec(raw.replace(/^\s*\|?[ \t]*/, ''))
  return found ? found[0].replace(/&\w+;|&#\d+;/g, '\u00a0').replace(/[ \t]/g, '').length : 0
}

/** Nearly all names start with a letter or as code. */
function startsStrangely(text: string, range: Range): boolean {
  let at = range[0]
  while (at < range[1] && isEdge(text[at])) at++
  return /[^\w`*[<]/.test(text[at] ?? '')
}
