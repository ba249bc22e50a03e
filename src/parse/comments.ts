import { blanked } from './rewrite.ts'

/** A program's text with its comments blanked, so that offsets hold; strings keep what looks like one. One linear pass. */
export function blankComments(text: string): string {
  let code = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '"' || char === "'" || char === '`') i = stringEnd(text, i)
    else if (char === '/' && (text[i + 1] === '/' || text[i + 1] === '*')) {
      const end = commentEnd(text, i)
      code += text.slice(from, i) + blanked(text.slice(i, end))
      from = end
      i = end - 1
    }
  }
  return code + text.slice(from)
}

function commentEnd(text: string, start: number): number {
  const block = text[start + 1] === '*'
  const end = text.indexOf(block ? '*/' : '\n', start + 2)
  return end < 0 ? text.length : block ? end + 2 : end
}

/** Offset of the closing quote; a quote that is never closed on its line is an apostrophe of a regular expression or a comment. */
export function stringEnd(text: string, open: number): number {
  const quote = text[open]
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === quote) return i
    else if (text[i] === '\n' && quote !== '`') return open
  }
  return open
}
