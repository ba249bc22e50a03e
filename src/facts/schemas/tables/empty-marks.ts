import type { Problem } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** Marks with nothing between them, of which nothing comes. */
interface Marks {
  hint: string
  pattern: RegExp
  says: string
  help: string
}

const kinds: readonly Marks[] = [
  {
    hint: '``',
    // Two marks that are all of a cell: they open code, which nothing in the cell closes.
    pattern: /``(?<=\|[ \t]{0,80}``)(?=[ \t]*(?:\||\r?$))/gm,
    says: 'readers see these two marks: code cannot be empty',
    help: 'write what stands for nothing, or leave it empty',
  },
  {
    hint: '****=',
    // Elsewhere, stars may stand for what is kept secret.
    pattern: /\*{4}(?<=[A-Za-z]\*{4})(?==)/g,
    says: 'readers see these four marks: emphasis cannot be empty',
    help: 'delete them',
  },
]

/** `` | `` | `` in a cell, `day****={day}`: readers see the marks. A table that has such in more cells is told once. */
export function emptyMarks(syntax: Syntax): Problem[] {
  return syntax.all('table').length > 0 ? kinds.flatMap((it) => problems(it, syntax)) : []
}

function problems({ hint, pattern, says, help }: Marks, syntax: Syntax): Problem[] {
  const { text } = syntax
  if (!text.includes(hint)) return []
  const found = Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ index, length }))
  if (found.length === 0) return []
  let next = 0
  return syntax.all('table').flatMap(({ range: [start, end] }): Problem[] => {
    while ((found[next]?.index ?? start) < start) next++
    const at = next
    while ((found[next]?.index ?? end) < end) next++
    const [first, count] = [found[at], next - at]
    if (first === undefined || count === 0) return []
    const places = count > 1 ? ` (${count} cells)` : ''
    const range = [first.index, first.index + first.length] as const
    return [{ kind: 'table', range, message: `${says}${places}`, help }]
  })
}
