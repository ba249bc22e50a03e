import type { Fence } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { isMarkdown } from '../languages.ts'

/**
 * Marks that were to close a block and cannot: they are its last line, and the list around it or the page ends it. Who shows how fences
 * are written has two of them, or says so.
 */
export function shownEnd(
  text: string,
  { value, range, language, offset }: CodeBlock,
  marks: string,
): Fence['shownEnd'] {
  const shown = value.trimEnd()
  const start = shown.lastIndexOf('\n') + 1
  const line = shown.slice(start)
  const last = line.trimStart()
  const why = isMarkdown(language) ? undefined : reason(last, marks)
  const above = value.slice(0, start)
  if (!why || beginsWith(above, why === 'few' ? last : marks) || (why === 'words' && above.trim() === ''))
    return undefined
  const at = offset(start + line.length - last.length)
  const end = offset(shown.length - 1) + 1
  return text.slice(end, range[1]).trim() === '' ? { range: [at, end], why } : undefined
}

/** Why a line that begins or ends with marks closes nothing. */
function reason(line: string, marks: string): NonNullable<Fence['shownEnd']>['why'] | undefined {
  const mark = marks.charAt(0)
  const code = line.endsWith(marks) ? line.slice(0, -marks.length) : ''
  if (code !== '' && !code.includes(mark)) return 'behind'
  if (!line.startsWith(mark.repeat(2))) return undefined
  if (line.replaceAll(mark, '') === '') return line.length < marks.length ? 'few' : 'depth'
  return line.startsWith(marks) ? 'words' : undefined
}

function beginsWith(value: string, marks: string): boolean {
  return value.split('\n').some((it) => it.trimStart().startsWith(marks))
}
