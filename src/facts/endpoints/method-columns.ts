import { isHttpMethod } from '../methods.ts'
import type { Cell, ReadTable } from '../schemas/tables/cells.ts'
import type { Candidate } from './candidate.ts'

const yes = /^(?:[✓✔✅☑●•xy]|yes|true|oui|ja|sí)\uFE0F?$/i
const no = /^(?:[✗✘❌☒○–—n-]|no|false|non|nein)?\uFE0F?$/i

/** Whether a cell says yes or no, and nothing else. */
export function isMark(text: string): boolean {
  return yes.test(text) || no.test(text)
}

type Place = Pick<Candidate, 'host' | 'path' | 'query' | 'pathRange'>

/** `Route | GET | POST`, and marks below them: each row names the methods that its path has. */
export function methodColumns(table: ReadTable, place: (cell: Cell) => Place | undefined): Candidate[] | undefined {
  const { header, rows, section, range: block } = table
  const columns = [...header.keys()].filter((at) => isHttpMethod(header[at]?.text ?? ''))
  if (columns.length < 2) return undefined
  if (!rows.every((row) => columns.every((at) => isMark(row[at]?.text ?? '')))) return undefined
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
