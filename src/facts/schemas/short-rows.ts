import type { Problem, Range } from '../../types.ts'
import type { Cell, PipeTable } from './pipe-tables.ts'
import { columnsOf } from './table.ts'
import { readType } from './types.ts'

/** Rows that lack a cell in the middle: their description stands below "Type" or "Format". */
export function shortRows(text: string, tables: readonly PipeTable[]): Problem[] {
  return tables.flatMap(({ range, header, rows }) => {
    // In HTML a cell may span columns.
    if (text[range[0]] === '<' || !rows.some((it) => it.length < header.length)) return []
    const columns = columnsOf(header)
    if (!columns || columns.description !== header.length - 1) return []
    const { type, format, required, place } = columns
    const narrow = new Set([type, format, required, place])
    const found = rows.filter((row) => {
      const last = row.length - 1
      return row.length < header.length && narrow.has(last) && isProse(row[last], last === required)
    })
    return problemOf(found, header)
  })
}

function problemOf([first, ...more]: Cell[][], header: readonly Cell[]): Problem[] {
  const last = first?.at(-1)
  if (!first || !last) return []
  const below = header[first.length - 1]?.text ?? ''
  const range: Range = [first[0]?.range[0] ?? 0, last.range[1]]
  const cells =
    more.length === 0
      ? `the row has ${first.length} cells, the header ${header.length}`
      : `${more.length + 1} rows have fewer cells than the header (${header.length})`
  const message = `${cells}: a description stands below "${below}"`
  return [{ kind: 'table', range, message, help: 'add the missing cell' }]
}

const condition = /^\W*(?:if|when|unless|only|yes|no|one of|depends)\b/i

/** A sentence, and neither a type in many words nor what it depends on whether a field is required. */
function isProse(cell: Cell | undefined, mayBeCondition: boolean): boolean {
  const text = (cell?.text ?? '').slice(0, 300)
  return (
    text.split(/\s+/).length > 4 &&
    /^[^a-z]*[A-Z].*[a-z)]\.(?:\s|$)/s.test(text) &&
    !(mayBeCondition && condition.test(text)) &&
    readType(text).kinds === undefined
  )
}
