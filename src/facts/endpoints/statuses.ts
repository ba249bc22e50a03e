import type { Definition, Link } from 'mdast'
import { byStart, endOfLine } from '../../text.ts'
import type { Range, Status } from '../../types.ts'
import type { CodeBlock } from '../samples/blocks/code.ts'
import { type Located, type Syntax, textOf } from '../syntax.ts'
import { announcedAbove } from './announced-statuses.ts'
import { mentionedStatuses, spoken } from './mentioned-statuses.ts'

const leading =
  /^([1-5]\d\d)(?:(?:[ \t]*[:–—-][ \t]*|[ \t]+)([A-Z][A-Za-z' -]{0,40}?))?(?=[ \t]*(?:$|[.:;,()[\n–—（]|\{[#:]|--? ))/
/** `**404 - Not Found** No such pot`, its marks blank. */
const emphasised = /^([1-5]\d\d)(?:[ \t]*[:–—-][ \t]*|[ \t]+)([A-Z](?:[A-Za-z'-]|[ \t](?![ \t])){1,40})(?=[ \t]{2})/
/** `404 - not found`, all of the text: in small letters, more words are prose. */
const small = /^([1-5]\d\d)[ \t]{0,6}[:–—-][ \t]{0,6}([a-z][a-z' -]{0,40})$/
/** `404 (Not found)`. */
const bracketed = /^([1-5]\d\d)[ \t]{1,6}\(([A-Z][A-Za-z' -]{1,40})\)/

/** HTTP statuses: what samples answer, and what lists, tables and headings say that may be answered. */
export function statuses(syntax: Syntax, blocks: CodeBlock[]): Status[] {
  const found = [
    ...blocks.flatMap((it, at) => statusLine(it, (shown) => announcedAbove(syntax, it, blocks[at - 1], shown))),
    ...syntax.all('link').flatMap((it) => linked(it, syntax.text)),
    ...syntax.all('definition').flatMap((it) => defined(it, syntax.text)),
  ]
  for (const type of ['heading', 'paragraph', 'tableCell'] as const)
    for (const it of (syntax.all(type) as Located[]).filter(({ range }) => leadsToDigit(syntax.text, range)))
      found.push(...listed(it, syntax.text))
  const known = new Set(found.flatMap((it) => (it.reason === undefined ? [] : it.reasonRange[0])))
  for (const it of mentionedStatuses(syntax, blocks)) {
    if (known.has(it.reasonRange[0])) continue
    known.add(it.reasonRange[0])
    found.push(it)
  }
  return found.sort(byStart)
}

/** `HTTP/1.1 200 OK`, or `200 OK` as the first line of a block. */
function statusLine(
  { value, offset, range, section }: CodeBlock,
  announced: (shown: number) => Status['announced'],
): Status[] {
  const start = value.search(/\S/)
  if (start < 0) return []
  const line = value.slice(start, endOfLine(value, start))
  const match = spoken.exec(line)
  if (!match) return []
  const at = start + line.indexOf(match[1] ?? '')
  const place: Range = [offset(at), offset(start) + line.trimEnd().length]
  const code = Number(match[1])
  const said = announced(code)
  return [
    { range, code, reason: match[2], reasonRange: place, ...(said && { announced: said }), role: 'sample', section },
  ]
}

const definesStatuses = /rfc|httpstatus|developer\.mozilla|http\.(?:dev|cat)|iana\.org/i

/** `[200 OK](https://…#section-6.3.1)`: only what leads to a definition of statuses is one. */
function linked({ node, range, section }: Located<Link>, text: string): Status[] {
  if (!definesStatuses.test(node.url)) return []
  const title = textOf(node).trim()
  const match = leading.exec(title)
  if (!match) return []
  const source = text.slice(...range)
  const at = range[0] + Math.max(0, source.indexOf(match[1] ?? ''))
  return [
    {
      range,
      code: Number(match[1]),
      reason: match[2],
      reasonRange: [at, at + match[0].length],
      url: node.url,
      urlRange: writtenAt(node.url, source, range[0]),
      role: 'list',
      section,
    },
  ]
}

/** `[404]: https://…/Status/404`, for all cells that hold `[404][]`. */
function defined({ node: { label, url }, range, section }: Located<Definition>, text: string): Status[] {
  if (!/^[1-5]\d\d$/.test(label ?? '') || !definesStatuses.test(url)) return []
  const source = text.slice(...range)
  const at = range[0] + source.indexOf(label ?? '')
  const urlRange = writtenAt(url, source, range[0])
  if (!urlRange) return []
  return [{ range, code: Number(label), reasonRange: [at, at + 3], url, urlRange, role: 'mention', section }]
}

/** Where an address stands. With escapes, it is written otherwise than it reads. */
function writtenAt(url: string, source: string, start: number): Range | undefined {
  const at = source.lastIndexOf(url)
  return at < 0 ? undefined : [start + at, start + at + url.length]
}

/** Whether a status may follow the markup that text begins with: hardly any does, and this asks without a copy of it. */
function leadsToDigit(text: string, range: Range): boolean {
  let at = range[0]
  let code = text.charCodeAt(at)
  while (at < range[1] && isMarkup(code)) code = text.charCodeAt(++at)
  if (code === 72 && text.startsWith('HTTP ', at)) code = text.charCodeAt(at + 5)
  return (code >= 49 && code <= 53) || code > 127
}

/** Blank, `#`, `|`, `` ` ``, `*`, `_` or `[`. */
function isMarkup(code: number): boolean {
  return code <= 32 || code === 35 || code === 124 || code === 96 || code === 42 || code === 95 || code === 91
}

/** A heading, list item or cell that begins with a status. */
function listed({ node, range, section, parent }: Located, text: string): Status[] {
  if (node.type === 'paragraph' && parent?.node.type !== 'listItem') return []
  const source = text.slice(range[0], Math.min(range[1], range[0] + 200))
  // `[404][]`: what is defined below is a status in a cell of its own. Of a link with its address, its own reader knows more.
  const lead = /^[#|\s`*_]*(?:HTTP )?(?:\[(?=\d{3}\](?:\[\]|\s)))?/.exec(source)?.[0].length ?? 0
  const words = source
    .slice(lead)
    .replace(/^(\d{3})\](?:\[\])?/, (it, code: string) => code.padEnd(it.length))
    .replace(/[`*_]/g, ' ')
    .trimEnd()
  const match = bracketed.exec(words) ?? emphasised.exec(words) ?? small.exec(words) ?? leading.exec(words)
  if (!match) return []
  const at = range[0] + lead
  const reason = match[2] === undefined ? reasonBeside({ node, parent }) : undefined
  return [
    {
      range,
      code: Number(match[1]),
      reason: match[2],
      reasonRange: [at, at + match[0].length],
      ...reason,
      role: 'list',
      section,
    },
  ]
}

/** A cell of a few words, or a few words that something explains: `Not Found -- no such pot`. */
const reasonInCell = /^[A-Z][A-Za-z' -]{1,40}?(?=$|[ \t]*[.:(]| --? )/

/** `| 404 | Not Found |`. */
function reasonBeside({
  node,
  parent,
}: Pick<Located, 'node' | 'parent'>): Pick<Status, 'reason' | 'reasonRange'> | undefined {
  if (node.type !== 'tableCell' || parent?.node.type !== 'tableRow') return undefined
  const at = parent.node.children.indexOf(node)
  const next = parent.node.children[at + 1]
  const [only, more] = next?.children ?? []
  if (only?.type !== 'text') return undefined
  const [reason] = reasonInCell.exec(only.value) ?? []
  // What another element follows may be half of a sentence.
  if (reason === undefined || (more && reason === only.value.trimEnd())) return undefined
  if (isFine.test(reason) && !isAlone(parent, at)) return undefined
  const start = only.position?.start.offset ?? 0
  return { reason, reasonRange: [start, start + reason.length] }
}

const isFine = /^ok$/i

/** "OK" says that all is well, whatever the status, but not of one error among others that have names. */
function isAlone({ node, parent }: Located, at: number): boolean {
  const rows = parent?.node.type === 'table' ? parent.node.children : []
  // There are not more statuses than that, and each cell asks again.
  if (rows.length > 100) return false
  const errors = rows.filter((row) => /^[45]\d\d$/.test(textOf(row.children[at] ?? row).trim()))
  const fine = errors.filter((row) => isFine.test(textOf(row.children[at + 1] ?? row).trim()))
  return errors.length > 2 && fine.length === 1 && fine[0] === node
}
