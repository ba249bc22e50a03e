import { mayHoldMarkdown } from '../../parse/markdown-in-tags.ts'
import type { Range } from '../../types.ts'
import { ranges } from '../ranges.ts'
import type { Syntax } from '../syntax.ts'

/** A start or end tag, as the source writes it. */
export interface Tag {
  /** As written: components (`Link`) differ from elements (`link`) by case. */
  name: string
  range: Range
  closing: boolean
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

/** Elements whose content is not markup. */
const raw = new Set(['script', 'style', 'textarea'])

/**
 * The tags of a page, each with its section. Markdown knows which of its text is HTML; MDX allows tags with expressions,
 * which Markdown takes for text, so there everything outside code counts.
 */
export function tagsOf(syntax: Syntax): PlacedTag[] {
  const known = read.get(syntax)
  if (known) return known
  const found = readTags(syntax)
  read.set(syntax, found)
  return found
}

export interface PlacedTag {
  tag: Tag
  section: number
  /** Whether a table cell holds it. */
  inCell: boolean
}

/** Several extractors ask for the tags of one page. */
const read = new WeakMap<Syntax, PlacedTag[]>()

function readTags(syntax: Syntax): PlacedTag[] {
  if (!syntax.text.includes('<')) return []
  if (!syntax.path.endsWith('.mdx')) {
    const found = syntax.all('html').flatMap(({ range, parent }) => {
      const inCell = parent?.node.type === 'tableCell'
      return tags(syntax.text, ...range).map((tag) => ({ tag, section: syntax.sectionAt(tag.range[0]), inCell }))
    })
    return mayHoldMarkdown(syntax.text) ? eachOnce(found, syntax) : found
  }
  const start = syntax.blocks[0]?.range[0] ?? syntax.text.length
  return syntax
    .outsideCode(start)
    .flatMap(([from, to]) =>
      tags(syntax.text, from, to).map((tag) => ({ tag, section: syntax.sectionAt(tag.range[0]), inCell: false })),
    )
}

/** In an element for Markdown, what is HTML by itself is a part of that of the element, too, and what stands in code is no tag. */
function eachOnce(found: readonly PlacedTag[], syntax: Syntax): PlacedTag[] {
  const code = ranges(syntax.all('inlineCode').map(({ range }) => range))
  const each = new Map(found.map((it) => [it.tag.range[0], it]))
  return [...each.values()].filter(({ tag }) => !code.at(tag.range[0]))
}

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

function afterTag(text: string, { name, closing, range }: Tag, end: number): number {
  if (closing || !raw.has(name.toLowerCase()) || text[range[1] - 2] === '/') return range[1]
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
    if (char === '>') return { name, closing, attributes, range: [at, position + 1] }
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

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text without its entities, as far as URLs and code have any. */
export function unescapeHtml(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#[xX]([0-9a-fA-F]{1,5}));/g, (_, name, decimal, hex) =>
    name ? (entities[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )
}
