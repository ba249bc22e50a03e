import type { Range } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import { type Slip, sourceOf } from './slips.ts'

/** `?a=1&b=2` without quotes: the shell takes `&` for the end of the command. */
export function cutUrl({ url }: Call, value: string): Slip | undefined {
  const source = sourceOf(url, value)
  const at = source.indexOf('&')
  // Whoever escapes one character knows what a shell does; an entity is what the page's own language makes of `&`.
  if (!url || at < 0 || /['"\\`]|&(?:amp|#38);/.test(source) || !/:\/\/|\?/.test(source)) return undefined
  const quote = source.includes('$') ? '"' : "'"
  return {
    range: [url.start + at, url.start + at + 1],
    message: 'the shell ends the command at this "&"',
    help: 'put the URL in quotes',
    edits: [
      { range: [url.start, url.start], text: quote },
      { range: [url.end, url.end], text: quote },
    ],
  }
}

const placeholders = /<[^<>]*>|\{[^{}]*\}|\[[^[\]]*\]|\$\([^()]*\)/g

/** `'https://…?q=a b'`: curl takes no URL with blanks. Whoever has a command where the URL belongs pasted it twice. */
export function blankUrl({ url }: Call, value: string): Slip | undefined {
  if (!url) return undefined
  if (/^['"]?https?:\/\/ +[\w.-]+\.\w/.test(value.slice(url.start, url.start + 200))) {
    const message = `a blank stands behind "${url.text.replace(/ .*/s, '')}"`
    return { range: [url.offset(0), url.offset(0) + url.text.indexOf('//') + 2], message, help: 'delete it' }
  }
  if (!url.text.includes(' ')) return undefined
  const upTo = (at: number): Range => [url.offset(0), url.offset(at) + 1]
  if (/^curl\s+-/.test(url.text))
    return { range: upTo(3), message: 'a second command stands where the URL belongs', help: 'delete one of the two' }
  const text = url.text.trim()
  if (!/^https?:\/\/[^\s?]+\?.* /.test(text.replace(placeholders, ''))) return undefined
  const range = upTo(text.indexOf(' '))
  return { range, message: 'the URL has blanks, which curl does not take', help: 'write "%20" for each' }
}

/** `"https://example.com?q="blue pots""`: the second quote closes the first, and the shell sends neither. */
export function quotesInUrl({ url }: Call, value: string): Slip | undefined {
  const source = sourceOf(url, value)
  const inner = /^"https?:[^"\s]{1,500}[=:](?=")/.exec(source)?.[0].length
  if (!url || inner === undefined || !/^"[^"\s=&]{1,200}""$/.test(source.slice(inner))) return undefined
  const range: Range = [url.start + inner, url.start + inner + 1]
  return { range, message: 'this quote closes the one before the URL', help: 'put the URL in single quotes' }
}

/** `filter[kind]=`, `rows=[0,1]` in a query: to curl, brackets hold a range, as `[1-9]` does; empty ones it leaves alone. */
const bracket =
  /(?<![\\$])\[(?!\]|\d+-\d+(?::\d+)?\]|[A-Za-z]-[A-Za-z](?::\d+)?\])(?:(?<=[\w\]]\[)[\w$.-]+\]|(?<==\[)\d+(?:,|\]))/
const unglobbed = /(?:^|\s)(?:-[A-Za-z]*g[A-Za-z]*|--globoff)(?=\s|$)/

export function globbed({ url, command }: Call, value: string): Slip | undefined {
  const query = url?.text.indexOf('?') ?? -1
  const found = query < 0 ? null : bracket.exec(url?.text.slice(query) ?? '')
  if (!url || !found || unglobbed.test(sourceOf(command, value))) return undefined
  const at = url.offset(query + found.index)
  return { range: [at, at + 1], message: 'curl takes "[" for a range, and stops', help: 'write "%5B", or add "-g"' }
}

/** `/pots??lid=1` in a URL or behind a method. */
const doubledMark =
  /\?\?(?=[A-Za-z_][\w.-]*=)(?<=(?:https?:\/\/|(?:^|\n)[ \t]*(?:[A-Z]{3,7}[ \t]+)?\/)[^\s?'"`<>]{1,300}\?\?)/g

/** The second mark belongs to the name of the first parameter. */
export function doubledMarks(value: string): Slip[] {
  if (!value.includes('??')) return []
  return Array.from(value.matchAll(doubledMark), ({ index }) => {
    const range: Range = [index, index + 2]
    return { range, message: 'two "?" begin the query', help: 'delete one', edits: [{ range, text: '?' }] }
  })
}
