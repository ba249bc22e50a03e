import type { Tolerated } from '../../types.ts'

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
  ['<%', '%>'],
  ['<?', '?>'],
  ['<#', '>'],
  ['</#', '>'],
  ['${', '}'],
  ['#{', '}'],
  ['%{', '}'],
]

/** The end of a template tag or a placeholder in braces or angle brackets that starts here. */
export function templateEnd(text: string, at: number): { end: number; tolerated: Tolerated } | undefined {
  const char = text.charAt(at)
  if (char === '.') return between(text, at, dotted)
  if (!'{[<$#%'.includes(char)) return call(text, at)
  for (const [open, close] of pairs) {
    if (!text.startsWith(open, at)) continue
    const end = inside(text, at + open.length, close)
    if (end !== undefined) return { end: end + close.length, tolerated: 'template' }
  }
  if (char === '<')
    return between(
      text,
      at,
      /^<<[^<>"\n]{1,120}>>|^<[^\s<>"][^<>"\n]{0,120}>|^<[a-z](?:[^<>"\n]{0,40}"[^<>"\n]{1,20}"){1,5}[^<>"\n:]{0,40}>/i,
    )
  // `{ /* a pot */ }`: the brackets are JSON, and the comment says what is in them.
  if (/^.[ \t]{0,9}\/\*/.test(text.slice(at, at + 12))) return undefined
  if (char === '[') return between(text, at, words) ?? between(text, at, remark) ?? between(text, at, sentence)
  if (char === '{') return between(text, at, /^\{[^{}"'“”:,\n[\]]{1,120}\}/) ?? between(text, at, sentence)
  return undefined
}

/** `..pots..` */
const dotted = /^\.{2}[A-Za-z]\w{0,40}\.{2}(?!\.)/
/** `[the id of a pot]`, `[pot 1]`. */
const words = /^\[(?![ \t]*(?:true|false|null)[ \t]*\])[^{}"'“”:,\n[\]\d]{1,120}(?:(?<=\p{L} )\d{1,2})?\]/u
/** `{ the lids, with what each of them is for }`: no list of names has three words in a row. */
const sentence =
  /^(?=.[^{}"'“”:\n[\]]{0,120}(?<!\p{L})\p{L}+ \p{L}+ \p{L})(?:\{[^{}"'“”:\n[\]]{1,120}\}|\[[^{}"'“”:\n[\]]{1,120}\])/u
/** `[integer, which page]`, `[*required* - "guest" or "host"]`: no list of JSON begins so, whatever else is said. */
const remark =
  /^\[(?:\*|(?:required|optional|string|integer|int|number|float|bool(?:ean)?|date|object)(?=[ ,-]))[^{}[\]\n]{1,160}\]/i

/** Tags that hold strings of their own. */
const quoting = pairs.filter(([open]) => open === '{{' || open === '{%' || open === '<%')

/**
 * Where a string closes, `closing` from an offset on: quotes inside a template are its own, as in `"{{ secret "tea" | quoted }}"` or
 * `"/{% unless kind == "card" %}pots/{% endunless %}"`.
 */
export function pastTemplates(
  text: string,
  start: number,
  closing: (from: number) => number | undefined,
): number | undefined {
  let from = start
  let close = closing(from)
  while (close !== undefined) {
    const open = openTag(text.slice(from, close))
    const end = open === undefined ? -1 : text.slice(close, close + 400).indexOf(open)
    const next = open === undefined || end < 0 ? undefined : closing(close + end + open.length)
    if (open === undefined || next === undefined) return close
    from = close + end + open.length
    close = next
  }
  return close
}

/** What would close the tag that is still open at the end. */
function openTag(inside: string): string | undefined {
  for (const [open, close] of quoting) {
    const at = inside.lastIndexOf(open)
    if (at >= 0 && !inside.includes(close, at)) return close
  }
  return undefined
}

/** `ObjectId("…")`, `ISODate(…)`: values that a database's shell prints. */
function call(text: string, at: number): { end: number; tolerated: Tolerated } | undefined {
  if (!/[A-Za-z]/.test(text.charAt(at)) || !/^\w{1,40}\(/.test(text.slice(at, at + 42))) return undefined
  return between(text, at, /^\w{1,40}\([^()\n]{0,80}\)/)
}

/** Where a tag closes; undefined where the braces hold JSON after all. */
function inside(text: string, from: number, close: string): number | undefined {
  const window = text.slice(from, from + 400)
  const end = window.indexOf(close)
  if (end < 0) return undefined
  const content = window.slice(0, end)
  if (close === '%>' || close === '?>' || close === '%}') return from + end
  return /["”]\s*:|^\s*[\n{]/.test(content) || content.includes('\n') ? undefined : from + end
}

function between(text: string, at: number, pattern: RegExp): { end: number; tolerated: Tolerated } | undefined {
  const match = pattern.exec(text.slice(at, at + 130))
  if (!match || match[0].slice(1, -1).trim() === '') return undefined
  return { end: at + match[0].length, tolerated: /\.{3}|…/.test(match[0]) ? 'ellipsis' : 'placeholder' }
}
