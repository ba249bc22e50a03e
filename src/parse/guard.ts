import type { Problem } from '../types.ts'

/** Limits under which both parsers stay fast on the worst input known; over one of them a file is said so, and not parsed. */
export interface Limits {
  /** UTF-16 units. */
  size: number
  line: number
  /** Container markers (`>`, bullets) at the start of one line. */
  nesting: number
  /** One punctuation character in a row. */
  run: number
}

export const limits: Limits = { size: 1024 * 1024, line: 10_000, nesting: 50, run: 500 }

/** One linear pass, no regular expression: the guard must not be what hangs. */
export function guard(text: string, limit: Limits = limits): Problem | undefined {
  if (text.length > limit.size) return over(0, 0, `the file has ${text.length} characters, more than ${limit.size}`)
  // A byte order mark is no part of the first line.
  let lineStart = Number(text.startsWith('\ufeff'))
  let run = 0
  let previous = -1
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10
    if (code === 10 || code === 13) {
      if (i - lineStart > limit.line) return over(lineStart, i, `a line has more than ${limit.line} characters`)
      if (nesting(text, lineStart, i) > limit.nesting) {
        return over(lineStart, i, `a line opens more than ${limit.nesting} lists and quotes`)
      }
      lineStart = i + 1
    }
    run = code === previous ? run + 1 : 1
    previous = code
    if (run > limit.run && isPunctuation(code)) {
      return over(i + 1 - run, i + 1, `"${String.fromCharCode(code)}" stands more than ${limit.run} times in a row`)
    }
  }
  return undefined
}

/** Markers that open a container: `>` anywhere in the prefix, a bullet or a number only with a blank after it. */
function nesting(text: string, start: number, end: number): number {
  let depth = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (isBlank(code) || (code >= 48 && code <= 57)) continue
    const bullet = code === 45 || code === 42 || code === 43 || code === 46 || code === 41
    if (code !== 62 && !(bullet && i + 1 < end && isBlank(text.charCodeAt(i + 1)))) return depth
    depth++
  }
  // Only markers: `- - -` is a rule, not a nest.
  return 0
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

function isPunctuation(code: number): boolean {
  // Rules, tables and setext underlines are long runs by nature, and harmless: - = are left out.
  return (
    (code >= 33 && code <= 47 && code !== 45) ||
    (code >= 58 && code <= 64 && code !== 61) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}

function over(start: number, end: number, message: string): Problem {
  return {
    kind: 'limit',
    range: [start, Math.min(end, start + 80)],
    message: `${message}, so it was not parsed`,
    help: 'split it, or exclude it with `ignore`',
  }
}
