import type { Problem } from '../types.ts'

/** From so many characters on, a word is an address, an image's data or a token: no prose, which markup is written in. */
const longWord = 1000

/** What of a word the parsers look behind for more of its kind; the rest of it they pass over. */
const marks = new Set(Array.from('*_[]<>`~|"\\@&$', (it) => it.charCodeAt(0)))

/** How much of a line the parsers have to weigh: all of its words, but of a long one only its marks. */
export function weight(text: string, start: number, end: number): number {
  let sum = 0
  let found = 0
  let word = start
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 32
    if (marks.has(code)) found++
    if (code !== 32 && code !== 9) continue
    sum += at - word > longWord ? found : at - word + 1
    found = 0
    word = at + 1
  }
  return sum
}

/**
 * Whether a page makes sense without a line: it is a paragraph or an item of its own, outside code, with nothing that
 * other lines may close or refer to: no heading, no definition, no HTML.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start)
  const line = text.slice(start, end)
  return (
    /(?:^|[\n\r])[ \t]*(?:\r\n|[\n\r])$|^\ufeff?$/.test(before.slice(-100)) &&
    /^(?:\r\n?|\n|$)[ \t]*(?:[\n\r]|$)/.test(text.slice(end, end + 100)) &&
    !/^[ \t]*(?:#|\[[^\]]{1,80}\]:)/.test(line.slice(0, 100)) &&
    !/[<{]/.test(line) &&
    (before.match(/^[ \t>]{0,20}(?:```|~~~)/gm)?.length ?? 0) % 2 === 0
  )
}

export function leftOut(start: number, limit: number): Problem {
  return {
    kind: 'limit',
    range: [start, start + 80],
    message: `a line has more than ${limit} characters, so it was left out`,
    help: 'split it: what it holds is not checked, and the rest of the page is',
  }
}
