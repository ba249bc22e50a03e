import type { Problem } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** A line of marks and nothing else, with a backslash before the first or before each. */
const line = /(?<=^|\n)[ \t]*(\\(?:```|`\\`\\`)([\w-]{0,20}))(?=[ \t]*(?:\r?\n|$))/g

/** `` \```json `` above code and `` \``` `` below it, as some export what was meant as a fence: readers see the marks. */
export function escapedFences(syntax: Syntax): Problem[] {
  const { text } = syntax
  if (!text.includes('\\`')) return []
  const lines = syntax.all('paragraph').flatMap(({ range: [start, end] }) => {
    if (!text.slice(start, end).includes('\\`')) return []
    return [...text.slice(start, end).matchAll(line)].map(({ 0: all, 1: marks = '', 2: language = '', index }) => ({
      at: start + index + all.length - marks.length,
      marks,
      language,
    }))
  })
  return lines.flatMap(({ at, marks, language }, i): Problem | Problem[] => {
    const end = lines[i + 1]
    if (language === '' || end?.language !== '') return []
    return {
      kind: 'code',
      range: [at, at + marks.length],
      message: 'this fence is escaped: readers see its marks, and no block',
      help: 'delete the backslashes, at its end, too',
    }
  })
}
