import { endOfLine, excerpt } from '../../text.ts'
import type { Range } from '../../types.ts'
import { badEscape, type Fault, rawTab } from './faults.ts'
import { markAt } from './marks.ts'
import { pastTemplates } from './templates.ts'

/** A string as it stands in the sample, and what is wrong with it. */
interface ScannedString {
  end: number
  value: string
  faults: Fault[]
}

const smart = '“”„‟″＂'
const singles = '‘’‚‛'

/** Whether a string can start with this character, rightly or by mistake. */
export function opensString(char: string): boolean {
  return char === '"' || char === "'" || smart.includes(char) || singles.includes(char)
}

/** Reads a string from its opening quote, whichever quote that is. */
export function scanString(text: string, start: number, json5: boolean): ScannedString {
  const open = text.charAt(start)
  const goesOn = json5 ? continued(text, start, open) : undefined
  if (goesOn !== undefined) return finish(text, [start + 1, goesOn], [], json5)
  if (open === '"') return straight(text, start)
  if (open === "'") return single(text, start, json5)
  return curly(text, start)
}

/** Behind a backslash at the end of a line, a string of JSON5 goes on. */
function continued(text: string, start: number, open: string): number | undefined {
  const limit = Math.min(text.length, start + 20_000)
  let lineEnd = endOfLine(text, start)
  if (text.charAt(lineEnd - 1) !== '\\') return undefined
  while (lineEnd < limit && text.charAt(lineEnd - 1) === '\\') lineEnd = endOfLine(text, lineEnd + 1)
  return open === '"' || open === "'" ? closing(text, start + 1, lineEnd, open) : undefined
}

function straight(text: string, start: number): ScannedString {
  const lineEnd = endOfLine(text, start)
  const close = pastTemplates(text, start + 1, (from) => closing(text, from, lineEnd, '"'))
  const curlyClose = smartClosing(text, start + 1, close ?? lineEnd)
  if (
    curlyClose !== undefined &&
    (close === undefined || !plausible(text, close + 1) || opensNext(text, start + 1, curlyClose))
  )
    return finish(text, [start + 1, curlyClose], [smartQuote(text, curlyClose)])
  if (close !== undefined) return finish(text, [start + 1, close], [])
  return overLines(text, start, lineEnd)
}

/**
 * No closing quote on its line: either it was forgotten, and then the next line goes on with JSON, or the string was
 * broken over several lines to be readable.
 */
function overLines(text: string, start: number, lineEnd: number): ScannedString {
  const close = closing(text, lineEnd, Math.min(text.length, lineEnd + 20_000), '"')
  const next = text.slice(lineEnd, lineEnd + 400).trimStart()
  const goesOn = close === undefined || /^(?:["“}\]{]|\.{3}|…|\/\/|$)/.test(next) || !plausible(text, close + 1)
  if (!goesOn && close !== undefined) {
    const range: Range = [start, lineEnd]
    const help = 'write the line break as \\n, or the string in one line'
    const fault: Fault = { cause: 'line break in string', range, message: 'string is broken over several lines', help }
    return finish(text, [start + 1, close], [fault])
  }
  return unterminated(text, start, lineEnd)
}

function unterminated(text: string, start: number, lineEnd: number): ScannedString {
  let end = lineEnd
  while (end > start + 1 && ' \t\r,'.includes(text.charAt(end - 1))) end--
  const range: Range = [start, end]
  const message = `string ${excerpt(text.slice(start, end))} is never closed`
  const fault: Fault = { cause: 'unterminated string', range, message, help: 'add the closing "' }
  return { end, value: text.slice(start + 1, end), faults: [fault] }
}

function single(text: string, start: number, json5: boolean): ScannedString {
  const lineEnd = endOfLine(text, start)
  const close = closing(text, start + 1, lineEnd, "'")
  const end = close ?? start + 1
  const range: Range = [start, Math.max(end, start + 1)]
  const fault: Fault = {
    cause: 'single quotes',
    range: close === undefined ? range : [start, close + 1],
    message: `${excerpt(text.slice(start, end + 1))} is in single quotes`,
    help: 'JSON strings are in double quotes',
  }
  return finish(text, [start + 1, end], json5 && close !== undefined ? [] : [fault], json5)
}

function curly(text: string, start: number): ScannedString {
  const lineEnd = endOfLine(text, start)
  const straightClose = closing(text, start + 1, lineEnd, '"')
  const smartClose = smartClosing(text, start + 1, straightClose ?? lineEnd)
  const close = smartClose ?? straightClose
  if (close === undefined) return unterminated(text, start, lineEnd)
  const fault = smartQuote(text, start)
  return finish(text, [start + 1, close], smartClose === undefined ? [fault] : [fault, smartQuote(text, close)])
}

function smartQuote(text: string, at: number): Fault {
  const range: Range = [at, at + 1]
  const quote = text.charAt(at)
  return {
    cause: 'smart quote',
    range,
    message: `smart quote ${quote} stands for a straight one`,
    help: 'replace it with "',
    repair: { range, text: '"' },
  }
}

/** The first smart quote that a string could end with: what follows it goes on with JSON. */
function smartClosing(text: string, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) {
    // All of them stand in one block, and most text is below it.
    if (text.charCodeAt(i) < 0x2000) continue
    if ((smart.includes(text.charAt(i)) || singles.includes(text.charAt(i))) && plausible(text, i + 1)) return i
  }
  return undefined
}

/** `"name”: “value"`: the smart quote closes what none has opened, and another one opens the next string. */
function opensNext(text: string, start: number, at: number): boolean {
  return /^[ \t]*[:,：][ \t]*["“”]/.test(text.slice(at + 1, at + 20)) && !/[“„‟]/.test(text.slice(start, at))
}

/** Whether JSON can go on here after a string. */
function plausible(text: string, at: number): boolean {
  let i = at
  while (text.charAt(i) === ' ' || text.charAt(i) === '\t' || text.charAt(i) === '\u00a0') i++
  return (
    i >= text.length ||
    ',:}]\r\n|'.includes(text.charAt(i)) ||
    text.startsWith('//', i) ||
    text.startsWith('...', i) ||
    (text.charCodeAt(i) > 127 && markAt(text, i) !== undefined)
  )
}

function closing(text: string, from: number, to: number, quote: string): number | undefined {
  const wanted = quote.charCodeAt(0)
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 92) i++
    else if (code === wanted) return i
  }
  return undefined
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  // Sites whose Markdown knows ":emoji:" have to escape colons, in code too.
  ':': ':',
}

/** Decodes the inside of a string and judges its escapes. */
function finish(text: string, [start, end]: Range, faults: Fault[], json5 = false): ScannedString {
  const source = text.slice(start, end)
  const tab = json5 ? -1 : source.indexOf('\t')
  if (tab >= 0) faults.push(rawTab(start + tab))
  if (!source.includes('\\')) return { end: end + 1, value: source, faults }
  let value = ''
  let from = start
  for (let at = text.indexOf('\\', start); at >= 0 && at < end; at = text.indexOf('\\', from)) {
    const { length, decoded } = escapeAt(text, at)
    if (decoded === undefined && !json5 && faults.every((it) => it.cause !== 'bad escape'))
      faults.push(badEscape(text, at))
    value += text.slice(from, at) + (decoded ?? text.slice(at + 1, at + length))
    from = at + length
  }
  value += text.slice(from, end)
  return { end: end + 1, value, faults }
}

function escapeAt(text: string, at: number): { length: number; decoded?: string } {
  const letter = text.charAt(at + 1)
  const hex = letter === 'u' ? /^[\da-fA-F]{4}/.exec(text.slice(at + 2, at + 6)) : null
  if (hex) return { length: 6, decoded: String.fromCharCode(Number.parseInt(hex[0], 16)) }
  return { length: 2, decoded: Object.hasOwn(escapes, letter) ? escapes[letter] : undefined }
}
