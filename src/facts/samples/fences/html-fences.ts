import { startOfLine } from '../../../text.ts'
import type { Fact } from '../../../types.ts'

/** No block that matters is longer. */
const window = 10_000

/**
 * Whether a fence is open that begins directly below a tag: `<div>` and then ` ```js `. What begins so is HTML up to the next
 * blank line, so no block of the tree says it; renderers that read Markdown in HTML see code, and so does who wrote it.
 */
export function isInHtmlFence(text: string, at: number, blocks: readonly Fact[]): boolean {
  const from = Math.max(0, at - window)
  const mark = [...text.slice(from, at).matchAll(/^ {0,3}(?:`{3,}|~{3,})(.*)$/gm)].at(-1)
  if (!mark || mark[1]?.trim() === '') return false
  const start = from + mark.index
  const line = text.slice(startOfLine(text, start - 1), start)
  return (
    /^\s*<[a-z/]/i.test(line) &&
    !blocks.some(({ range: [begin, end] }) => begin <= start + mark[0].length && start < end)
  )
}
