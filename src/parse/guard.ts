import { endOfLine } from '../text.ts'
import type { Problem, Range } from '../types.ts'
import { leftOut, standsAlone, weight } from './long-lines.ts'
import { blank } from './rewrite.ts'

/** Limits under which both parsers stay fast on the worst input known; over one of them a file is said so, and not parsed. */
export interface Limits {
  /** UTF-16 units. */
  size: number
  /** What a line weighs: a long word in it, as an address or an image's data are, only its marks. */
  line: number
  /** Container markers (`>`, bullets) at the start of one line. */
  nesting: number
  /** One punctuation character in a row. */
  run: number
  /** Character references, times the characters of the block that holds them, all blocks together. */
  references: number
}

export const limits: Limits = { size: 1024 * 1024, line: 10_000, nesting: 50, run: 500, references: 500_000_000 }

/** What may be parsed of a text, its offsets kept, nothing where all of it is too much; and what is to be said of the rest. */
export interface Guarded {
  text?: string
  problems: Problem[]
}

/** Linear, with no regular expression that could go back: the guard must not be what hangs. */
export function guard(text: string, limit: Limits = limits): Guarded {
  if (text.length > limit.size)
    return { problems: [over(0, 0, `the file has ${text.length} characters, more than ${limit.size}`)] }
  const { problem, long } = overlongLines(text, limit)
  const whole = problem ?? overlongRun(text, limit.run) ?? manyReferences(text, limit.references)
  if (whole) return { problems: [whole] }
  if (long.length === 0) return { text, problems: [] }
  const problems = long.map(([start]) => leftOut(start, limit.line))
  return { text: blank(text, long), problems }
}

/** The first line that keeps a text from being read, and those without which it can be. */
function overlongLines(text: string, limit: Limits): { problem?: Problem; long: Range[] } {
  const long: Range[] = []
  // The engine finds line feeds many times as fast as we do; a lone carriage return ends a line too, but is rare.
  const hasReturns = text.includes('\r')
  // A byte order mark is no part of the first line.
  for (let start = Number(text.startsWith('\ufeff')); start < text.length; ) {
    let end = endOfLine(text, start)
    if (hasReturns) {
      const back = text.indexOf('\r', start)
      if (back >= 0 && back < end) end = back
    }
    if (end - start > limit.line && weight(text, start, end) > limit.line) {
      if (!standsAlone(text, start, end)) {
        return { problem: over(start, end, `a line has more than ${limit.line} characters`), long }
      }
      long.push([start, end])
    }
    // Each marker takes a character.
    if (end - start > limit.nesting && nesting(text, start, end) > limit.nesting) {
      return { problem: over(start, end, `a line opens more than ${limit.nesting} lists and quotes`), long }
    }
    start = end + 1
  }
  return { long }
}

/** A run that is too long covers one of the places that are looked at, whatever lies between. */
function overlongRun(text: string, limit: number): Problem | undefined {
  for (let at = limit; at < text.length; at += limit) {
    const code = text.charCodeAt(at)
    if (!isPunctuation(code)) continue
    let start = at
    while (start > 0 && text.charCodeAt(start - 1) === code) start--
    let end = at + 1
    while (end < text.length && end - start <= limit && text.charCodeAt(end) === code) end++
    if (end - start > limit) {
      return over(start, end, `"${String.fromCharCode(code)}" stands more than ${limit} times in a row`)
    }
  }
  return undefined
}

/** Markers that open a container: `>` anywhere in the prefix, a bullet or a number only with a blank after it. */
function nesting(text: string, start: number, end: number): number {
  let depth = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 32 || code === 9 || (code >= 48 && code <= 57)) continue
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

/** satteri copies what it has of a text for each reference (`&lt;`) in it: a page of nothing else takes all memory there is. */
function manyReferences(text: string, limit: number): Problem | undefined {
  let cost = 0
  let end = 0
  let start = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    if (at >= end) {
      start = Math.max(0, text.lastIndexOf('\n', at))
      end = endOfBlock(text, at)
    }
    cost += end - start
    if (cost > limit) return over(start, end, 'a paragraph has too many character references')
  }
  return undefined
}

/** A blank line ends it, whatever ends the lines. */
function endOfBlock(text: string, at: number): number {
  blankLine.lastIndex = at
  return blankLine.exec(text)?.index ?? text.length
}

const blankLine = /\n\r?\n|\r\r/g

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
