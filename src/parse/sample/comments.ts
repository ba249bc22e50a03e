import { endOfLine, textBefore } from '../../text.ts'

/** The end of a comment that starts here: `//`, `/* … *\/`, `#`, `<!-- … -->`, `<-- this one`, `=> this one`, `^ this one`; of a mark for emphasis, too. */
export function commentEnd(text: string, at: number): number | undefined {
  const char = text.charAt(at)
  if (char === '/') {
    if (text.startsWith('//', at)) return endOfLine(text, at)
    if (text.startsWith('/*', at)) return after(text, '*/', at + 2)
  }
  if (char === '"' || char === ',' || char === '{' || char === '}') return undefined
  if (char === '#' && /^#(?:[\s#!]|\w+\s)/.test(text.slice(at, at + 40))) return endOfLine(text, at)
  if (char === '←' || char === '^' || isNote(text, at)) return endOfLine(text, at)
  if (char === '<') {
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
    if (/^<[-=–—]+\s/.test(text.slice(at, at + 8))) return endOfLine(text, at)
  }
  return emphasisEnd(text, at)
}

/** `"note"?: string`: the mark of a member that may be left out. */
export function isOptional(text: string, at: number): boolean {
  return text.charAt(at) === '?' && text.charAt(at + 1) === ':' && text.charAt(at - 1) === '"'
}

/** `"id": "a", => the key of the order`, `{ -- the order`: words behind a comma or a bracket; `"a" => "b"` is another language. */
function isNote(text: string, at: number): boolean {
  if (!'-='.includes(text.charAt(at)) || !/^(?:[-=]{1,2}> {0,3}|-- {1,3})\p{L}/u.test(text.slice(at, at + 9)))
    return false
  const before = textBefore(text, at, 40).trimEnd()
  return /[,{}[\]]$/.test(before)
}

/** `**"total"**: 1`, `<b>"total"</b>: 1`; `"code": <code>,` has no words that the tag could mark: it stands for a value. */
export function emphasisEnd(text: string, at: number): number | undefined {
  const char = text.charAt(at)
  if (char === '*' && text.charAt(at + 1) === '*')
    return text.charAt(at + 2) === '"' || text.charAt(at - 1) === '"' ? at + 2 : undefined
  if (char !== '<') return undefined
  const tag = /^<\/?(?:b|i|em|strong|mark|u|del|ins|span|code|a|br)\b[^<>\n]{0,100}>/.exec(text.slice(at, at + 120))
  if (!tag || (/^<(?!br)\w/.test(tag[0]) && /^[ \t]*(?:[,}\]\r\n]|$)/.test(text.slice(at + tag[0].length, at + 200))))
    return undefined
  return at + tag[0].length
}

/** `"glaze": true // OR`: the comment says that what follows stands in place of what stands before it. */
export function saysOr(between: string): boolean {
  return /^\s*(?:\/\/|#|\/\*)[\s-]{0,9}or\b[\s.:-]{0,9}(?:\*\/\s*)?$/i.test(between)
}

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 ? text.length : end + mark.length
}
