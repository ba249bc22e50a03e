import { leading } from '../text.ts'
import type { Syntax } from './syntax.ts'

/** Whether inline code holds an offset. */
export function isInSpan(syntax: Syntax, offset: number): boolean {
  const spans = syntax.all('inlineCode')
  const span = spans[leading(spans, ({ range }) => range[0] <= offset) - 1]
  return span !== undefined && offset < span.range[1]
}
