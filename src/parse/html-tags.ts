import type { Range } from '../types.ts'
import { unescapeHtml } from './entities.ts'

/** A start or end tag, as the source writes it. */
export interface Tag {
  /** As written: components (`Link`) differ from elements (`link`) by case. */
  name: string
  range: Range
  closing: boolean
  /** `<br/>`: it ends with the slash that says that nothing is in it. */
  alone: boolean
  attributes: Attribute[]
}

export interface Attribute {
  /** Lower case. */
  name: string
  /** Entities resolved; '' for an attribute without a value. */
  value: string
  /** The value without its quotes. */
  range: Range
}

/** Components begin with a capital letter; the case of others means nothing. */
export function isComponent(name: string): boolean {
  return /^[A-Z]/.test(name) && /[a-z]/.test(name)
}

/** A name as it is compared: that of an element in lower case. */
export function nameOf(name: string): string {
  return isComponent(name) ? name : name.toLowerCase()
}

export function attributeOf({ attributes }: Tag, name: string): Attribute | undefined {
  return attributes.find((it) => it.name === name)
}

/** Elements whose content is not markup. */
const raw = new Set(['script', 'style', 'textarea'])

/**
 * The tags of a stretch of HTML, MDX or Markdown, in order; comments and the content of scripts are passed over.
 * One pass that never looks back: a page of `<` costs no more than a page of text.
 */
export function tags(text: string, start = 0, end = text.length): Tag[] {
  const found: Tag[] = []
  let at = text.indexOf('<', start)
  while (at >= 0 && at < end) {
    const skipped = passOver(text, at, end)
    if (skipped !== undefined) at = text.indexOf('<', skipped)
    else {
      const tag = readTag(text, at, end)
      if (tag) found.push(tag)
      const next = tag ? afterTag(text, tag, end) : at + 1
      at = text.indexOf('<', next)
    }
  }
  return found
}

/** Where a comment, declaration or template tag that opens here ends. */
function passOver(text: string, at: number, end: number): number | undefined {
  const closer = text.startsWith('<!--', at)
    ? '-->'
    : text.startsWith('<%', at)
      ? '%>'
      : text.startsWith('<?', at)
        ? '?>'
        : text.startsWith('<!', at)
          ? '>'
          : undefined
  if (closer === undefined) return undefined
  const close = text.indexOf(closer, at + 2)
  return close < 0 || close >= end ? end : close + closer.length
}

function afterTag(text: string, { name, closing, alone, range }: Tag, end: number): number {
  if (closing || alone || !raw.has(name.toLowerCase())) return range[1]
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = range[1]
  const found = close.exec(text)
  return found && found.index < end ? found.index : end
}

const nameStart = /[A-Za-z]/
const nameEnd = /[^\w.:-]/g
const attributeEnd = /[\s=>/"'{]/g

function readTag(text: string, at: number, end: number): Tag | undefined {
  const closing = text[at + 1] === '/'
  const from = at + (closing ? 2 : 1)
  if (!nameStart.test(text[from] ?? '')) return undefined
  let position = search(text, nameEnd, from, end)
  const name = text.slice(from, position)
  const attributes: Attribute[] = []
  while (position < end) {
    const char = text[position] ?? ''
    if (char === '>') return { name, closing, alone: text[position - 1] === '/', attributes, range: [at, position + 1] }
    // A second "<" before ">": this was no tag.
    if (char === '<') return undefined
    if (char === '{') position = afterBraces(text, position, end)
    else if (/[\s/=]/.test(char)) position++
    else if (char === '"' || char === "'") position = afterQuote(text, position, end)
    else position = readAttribute(text, position, end, attributes)
  }
  return undefined
}

function readAttribute(text: string, at: number, end: number, attributes: Attribute[]): number {
  const nameStop = Math.max(search(text, attributeEnd, at, end), at + 1)
  const name = text.slice(at, nameStop).toLowerCase()
  let position = skipBlanks(text, nameStop, end)
  if (text[position] !== '=') {
    attributes.push({ name, value: '', range: [nameStop, nameStop] })
    return nameStop
  }
  position = skipBlanks(text, position + 1, end)
  const quote = text[position]
  if (quote === '"' || quote === "'") {
    const stop = afterQuote(text, position, end)
    const range: Range = [position + 1, Math.max(position + 1, stop - 1)]
    attributes.push({ name, value: unescapeHtml(text.slice(...range)), range })
    return stop
  }
  if (quote === '{') {
    const stop = afterBraces(text, position, end)
    // `to={"/x"}` is a literal too; anything else is a program's business.
    const literal = /^\{\s*(["'`])([^"'`$\\]*)\1\s*\}$/.exec(text.slice(position, stop))?.[2]
    const inner = literal === undefined ? -1 : text.indexOf(literal, position + 2)
    if (literal !== undefined) attributes.push({ name, value: literal, range: [inner, inner + literal.length] })
    return stop
  }
  const stop = search(text, /[\s>"'<]/g, position, end)
  attributes.push({ name, value: unescapeHtml(text.slice(position, stop)), range: [position, stop] })
  return Math.max(stop, nameStop)
}

function skipBlanks(text: string, at: number, end: number): number {
  return search(text, /\S/g, at, end)
}

function search(text: string, pattern: RegExp, at: number, end: number): number {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? Math.min(found.index, end) : end
}

/** Past the closing quote; past the opening one where no other follows. */
function afterQuote(text: string, at: number, end: number): number {
  const close = text.indexOf(text[at] ?? '', at + 1)
  return close < 0 || close >= end ? at + 1 : close + 1
}

/** Past the closing brace. An expression longer than this is no attribute: the limit keeps unclosed braces linear. */
function afterBraces(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + 4000)
  let depth = 0
  for (let i = at; i < limit; i++) {
    if (text[i] === '{') depth++
    else if (text[i] === '}' && --depth === 0) return i + 1
  }
  return limit
}
