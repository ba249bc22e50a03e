import type { Range } from '../types.ts'

/** The text with others in place of some of its parts, in document order. */
export function rewrite(text: string, parts: readonly Range[], write: (part: string) => string): string {
  let result = ''
  let at = 0
  for (const [start, end] of parts) {
    result += text.slice(at, start) + write(text.slice(start, end))
    at = end
  }
  return result + text.slice(at)
}

/** Blanks in place of a part, its line ends kept. */
export function blanked(part: string): string {
  return part.replace(/[^\r\n]/g, ' ')
}

/** The text with blanks in place of some of its parts: parsers do not see them, and offsets hold. */
export function blank(text: string, parts: readonly Range[]): string {
  return rewrite(text, parts, blanked)
}
