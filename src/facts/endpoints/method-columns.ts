import { isHttpMethod } from '../methods.ts'
import type { Cell, ReadTable } from '../schemas/tables/cells.ts'
import type { Candidate } from './candidate.ts'

const yes = /^(?:[✓✔✅☑●•x]|yes|oui|ja|sí)\uFE0F?$/i
const no = /^(?:[✗✘❌☒○–—-]|no|non|nein)?\uFE0F?$/i

type Place = Pick<Candidate, 'host' | 'path' | 'query' | 'pathRange'>

/** `Route | GET | POST`, and marks below them: each row names the methods that its path has. */
export function methodColumns(table: ReadTable, place: (cell: Cell) => Place | undefined): Candidate[] | undefined {
  const { header, rows, section, range: block } = table
  const columns = [...header.keys()].filter((at) => isHttpMethod(header[at]?.text ?? ''))
  if (columns.length < 2) return undefined
  const isMarked = (row: readonly Cell[]) =>
    columns.every((at) => yes.test(row[at]?.text ?? '') || no.test(row[at]?.text ?? ''))
  if (!rows.every(isMarked)) return undefined
  return rows.flatMap((row) => {
    const found = row.flatMap((cell, at) => (columns.includes(at) ? [] : (place(cell) ?? [])))[0]
    return columns.flatMap((at): Candidate[] => {
      const cell = row[at]
      if (!found || !cell || !yes.test(cell.text)) return []
      const about = { section, block: block[0], role: 'row' as const, form: 'table' as const }
      return [{ ...about, method: header[at]?.text, ...found, range: found.pathRange }]
    })
  })
}
