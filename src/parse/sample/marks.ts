import type { Fault } from './faults.ts'

/** The characters that JSON is built of. */
export type Mark = '{' | '}' | '[' | ']' | ',' | ':'

const marks: ReadonlyMap<string, Mark> = new Map([
  ...(['{', '}', '[', ']', ',', ':'] as const).map((it) => [it, it] as const),
  ['，', ','],
  ['：', ':'],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
])

/**
 * The same as an input method for Chinese or Japanese writes it, where JSON goes on behind it: a sentence of either language has
 * commas and colons, too.
 */
export const fullwidth = String.raw`[，：｛｝［］](?=[ \t]{0,40}(?:[\w"“”{}[\]<$｛｝［］，,/\r\n-]|$))`
const fullwidthHere = new RegExp(fullwidth, 'y')

/** The mark that stands here; undefined for any other character. */
export function markAt(text: string, at: number): Mark | undefined {
  const mark = marks.get(text.charAt(at))
  if (mark === undefined || text.charCodeAt(at) < 128) return mark
  fullwidthHere.lastIndex = at
  return fullwidthHere.test(text) ? mark : undefined
}

export function fullwidthMark(text: string, at: number, mark: Mark): Fault {
  const range = [at, at + 1] as const
  return {
    cause: 'fullwidth mark',
    range,
    message: `fullwidth "${text.charAt(at)}" stands for "${mark}"`,
    help: `replace it with "${mark}"`,
    repair: { range, text: mark },
  }
}
