import type { Problem } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

/** Two marks that are all of a cell: they open code, which nothing in the cell closes. */
const empty = /``(?<=\|[ \t]{0,80}``)(?=[ \t]*(?:\||\r?$))/gm

/** `` | `` | ``: code cannot be empty, and readers see the marks. A table that has it in more cells is told once. */
export function emptyCode(syntax: Syntax): Problem[] {
  const { text } = syntax
  if (!text.includes('``') || !text.includes('|')) return []
  const marks = Array.from(text.matchAll(empty), ({ index }) => index)
  if (marks.length === 0) return []
  let next = 0
  return syntax.all('table').flatMap(({ range: [start, end] }): Problem[] => {
    while ((marks[next] ?? start) < start) next++
    const at = next
    while ((marks[next] ?? end) < end) next++
    const [first, count] = [marks[at], next - at]
    if (first === undefined || count === 0) return []
    const places = count > 1 ? ` (${count} cells)` : ''
    const message = `readers see these two marks: code cannot be empty${places}`
    return [
      { kind: 'table', range: [first, first + 2], message, help: 'write what stands for nothing, or leave it empty' },
    ]
  })
}
