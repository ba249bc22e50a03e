import type { Cell, ReadTable } from './cells.ts'

/** Columns in front of the names: names that repeat within groups are fields of what the group is called. */
export function groupColumns(header: readonly Cell[], name: number): number[] {
  return header.slice(0, Math.max(0, name)).flatMap(({ text }, at) => (/^(?:sub-?)?group$/i.test(text) ? [at] : []))
}

/** Rows that are in no group; `undefined` where nobody can tell where a group ends. */
export function ungrouped({ rows, parts = [] }: ReadTable, groups: readonly number[]): Cell[][] | undefined {
  if (groups.length === 0) return rows
  if (parts.length === 0) return undefined
  const starts = new Set(parts)
  let isInside = false
  return rows.filter((row, at) => {
    isInside = (isInside && !starts.has(at)) || groups.some((it) => (row[it]?.text ?? '') !== '')
    return !isInside
  })
}
