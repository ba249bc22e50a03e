import type { InlineCode } from 'mdast'
import { endOfLine } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import type { Located, Syntax } from '../../syntax.ts'

/**
 * `` `a-z_`{}~` ``: a mark inside of code, where it ends it. What follows at once, or the blank before it, tells that it was no end, and
 * the mark that was is left over. Those that others find for themselves are known.
 */
export function innerMarks(syntax: Syntax, known: readonly Problem[]): Problem[] {
  const { text } = syntax
  const spans = syntax.all('inlineCode')
  if (!spans.some((it) => isTornOff(it, text))) return []
  const told = new Set(known.map(({ range: [start] }) => start))
  return spans.flatMap((it, at): Problem[] => {
    if (!isTornOff(it, text)) return []
    const [, end] = it.range
    const left = text.indexOf('`', end)
    if (left < 0 || left >= endOfLine(text, end) || left >= endOf(it) || isPaired(left, spans[at + 1])) return []
    if (text[left + 1] === '`' || !isEnd(text, left) || told.has(left)) return []
    return [
      {
        kind: 'code',
        range: [end - 1, end],
        message: 'this "`" ends the code, and the one behind it is shown',
        help: 'put two of them around the code',
      },
    ]
  })
}

/** Code between single marks, of which the second has a blank before it, as the first has none behind it, or a letter or a bracket behind it. */
function isTornOff({ node, range: [start, end] }: Located<InlineCode>, text: string): boolean {
  const next = text.charCodeAt(end)
  const isOpening = next === 123 || next === 40 || next === 60
  const isParted = text.charCodeAt(end - 2) === 32 && text.charCodeAt(start + 1) !== 32
  return (isOpening || isParted) && text[start + 1] !== '`' && node.value !== ''
}

/** Whether the mark begins other code; some generators take a pipe for a part of that, and there is one cell less. */
function isPaired(left: number, next: Located<InlineCode> | undefined): boolean {
  return next?.range[0] === left && !(next.parent?.node.type === 'tableCell' && next.node.value.includes(' | '))
}

/** Of the cell or the paragraph. */
function endOf({ parent }: Located): number {
  return parent?.range[1] ?? 0
}

function isEnd(text: string, at: number): boolean {
  return /^\S`$/.test(text.slice(at - 1, at + 1)) && /^$|^[\s|),.;:*]/.test(text.slice(at + 1, at + 2))
}
