import type { Tolerated } from '../../types.ts'

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
  ['<%', '%>'],
  ['<?', '?>'],
  ['${', '}'],
  ['#{', '}'],
  ['%{', '}'],
]

/** The end of a template tag or a placeholder in braces or angle brackets that starts here. */
export function templateEnd(text: string, at: number): { end: number; tolerated: Tolerated } | undefined {
  const char = text.charAt(at)
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
      /^<[^\s<>"][^<>"\n]{0,120}>|^<[a-z](?:[^<>"\n]{0,40}"[^<>"\n]{1,20}"){1,5}[^<>"\n:]{0,40}>/i,
    )
  if (char === '[') return between(text, at, /^\[(?![ \t]*(?:true|false|null)[ \t]*\])[^{}"'“”:,\n[\]\d]{1,120}\]/)
  if (char === '{') return between(text, at, /^\{[^{}"'“”:,\n[\]]{1,120}\}/)
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
