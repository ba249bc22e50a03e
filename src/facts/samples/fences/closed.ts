import type { Range } from '../../../types.ts'

/** Whether the last line of a block has the marks that open it, or more of them, and nothing else: that closes it. */
export function isClosed(text: string, [start, end]: Range, marks: string): boolean {
  const line = text.lastIndexOf('\n', end - 2)
  if (line <= start) return false
  const last = text
    .slice(line + 1, end)
    .replace(/^[\s>]+/, '')
    .trimEnd()
  return last.startsWith(marks) && last.replaceAll(marks[0] ?? '', '') === ''
}
