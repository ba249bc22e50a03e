import type { Fence } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { isMarkdown } from '../languages.ts'

/**
 * Marks that were to close a block and are indented too far for it: they are its last line, and the list around it or the page ends it.
 * Who shows how fences are written has two of them, or says so.
 */
export function tooDeep(text: string, { value, range, language, offset }: CodeBlock, marks: string): Fence['tooDeep'] {
  const shown = value.trimEnd()
  const start = shown.lastIndexOf('\n') + 1
  const line = shown.slice(start)
  const last = line.trimStart()
  if (marks === '' || !last.startsWith(marks) || isMarkdown(language)) return undefined
  if (last.replaceAll(marks.charAt(0), '') !== '' || beginsWith(value.slice(0, start), marks)) return undefined
  const at = offset(start + line.length - last.length)
  const end = at + last.length
  return text.slice(end, range[1]).trim() === '' ? [at, end] : undefined
}

function beginsWith(value: string, marks: string): boolean {
  return value.split('\n').some((it) => it.trimStart().startsWith(marks))
}
