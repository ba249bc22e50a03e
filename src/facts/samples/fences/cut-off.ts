import type { Fence, Range } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { isClosed } from './closed.ts'

/** So far below a fence that a container has ended its end may stand. */
const farthest = 5000

/**
 * A fence in a list or a quote ends with it, wherever its marks are: where the next line is code, or the marks that were to close it,
 * that line was to stand as far in. The marks outside open another block.
 */
export function cutOff(text: string, { range, value }: CodeBlock, marks: string): Fence['cutOff'] {
  const [, end] = range
  if (end >= text.length || isClosed(text, range, marks)) return undefined
  // What the container goes on with, or what follows it behind an empty line, is no code.
  const below = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1
  if (below === 0 || /\n[ \t>]*\n$/.test(text.slice(end - 80, below))) return undefined
  const next = /^[^\n]*/.exec(text.slice(below, below + 1000))?.[0] ?? ''
  if (/^[ \t>]*(?:$|[-*+][ \t]|\d+[.)][ \t]|#|<)/.test(next) || (value.trim() !== '' && /^[A-Z][a-z]/.test(next)))
    return undefined
  return closingMark(text, below, marks)
}

/** The next marks, if they close: those with a word behind them open. */
function closingMark(text: string, from: number, marks: string): Range | undefined {
  const found = /^[ \t>]*(`{3,}|~{3,})([^\n]*)$/m.exec(text.slice(from, from + farthest))
  const closing = found?.[1] ?? ''
  if (!found || !closing.startsWith(marks) || found[2]?.trim() !== '') return undefined
  const at = from + found.index + found[0].indexOf(closing)
  return [at, at + closing.length]
}
