import { isCurl, waitsForValue } from './curl.ts'

/** An option of curl at the start of a line; `-rw-r--r--` is none, nor is what stands below a rule. */
const option = /^[ \t]*(?:-[A-Za-z](?=[ \t'"])|--[a-z][a-z-]{1,30}(?=[ \t=]))/

const quoted = /^[ \t]*['"]/

/** `"expand[]==lid"`, `'X-Kiln: 4' \`: in quotes, and alone on its line. */
const item =
  /^[ \t]{0,20}(?:"[A-Za-z][^\s"=:@]{0,60}(?::?=|==|:(?=[ \w$]))[^"\n]*"|'[A-Za-z][^\s'=:@]{0,60}(?::?=|==|:(?=[ \w$]))[^'\n]*')[ \t]*(?:\\[ \t]*)?(?:\n|$)/

const url = /^[ \t]*['"]?https?:\/\//

/**
 * Whether a command goes on behind the end of a line that nothing continues: no shell takes an option for a command, so its
 * author forgot the backslash; nor an option that waits for its value. No program is called as an item of HTTPie looks, either.
 */
export function goesOn(words: readonly { text: string }[], source: string, at: number): boolean {
  if (source[at] !== '\n' || words.length < 2) return false
  if (/^https?$/.test(words[0]?.text ?? '')) return item.test(source.slice(at + 1, at + 400))
  if (!words.slice(0, 2).some(({ text }) => isCurl(text))) return false
  const next = source.slice(at + 1, at + 80)
  if (waitsForValue.test(words.at(-1)?.text ?? '')) return quoted.test(next)
  return option.test(next) || (url.test(next) && !words.some(({ text }) => /^https?:\/\//.test(text)))
}
