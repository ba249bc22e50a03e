import type { Range } from '../../types.ts'
import { methods } from '../methods.ts'
import type { Located } from '../syntax.ts'
import { badgesIn } from './badges.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { type RequestLine, readUrl, type Url } from './request-line.ts'

/**
 * ``### `/items` <Badge text="GET" />``, `### /items [GET]`, `### Read it: /items (GET)`, ``### Request `/items`, method `GET` ``: the path
 * is the title, and the method stands behind it.
 */
export function pathFirst(text: string, range: Range, section: number): Candidate[] {
  const source = text.slice(...range)
  if (!source.includes('/')) return []
  const line = inTitle(source) ?? besideBadge(source)
  const found = candidates(line, from(range[0]), { form: 'heading', section, block: range[0] })
  return found.map((it) => ({ ...it, range: it.pathRange }))
}

/** `` `/items` (GET) ``, `/items - GET`, and nothing else in its line. */
export function pathFirstInLines(source: string, { range: [base], section }: Located): Candidate[] {
  return Array.from(source.matchAll(leadingPath), ({ 0: { length }, index }) => {
    const line = withMethodBehind(source, index + length)
    const [found] = candidates(line, from(base), { form: 'text', section, block: base })
    return found && line ? [{ ...found, range: [base + line.urlStart, base + line.end] as const }] : []
  }).flat()
}

const leadingPath = /(?<=^|\n)[ \t>]{0,9}[`*_]{0,3}(?=\/[\w{:<])/g

/** What a title is called, and its path: `### Read it: /items`. */
const titlePath = /^#{1,6}[ \t]+(?:[^\n/`]{1,80}[:：–—-][ \t]+)?[`*_]{0,3}(?=\/)/
const inTwoSpans = new RegExp(`^#{1,6}[ \\t][^\`]{0,60}\`(?=\\/[^\`\\s]{0,200}\`[^\`/]{1,40}\`(${methods})\`[ \\t#]*$)`)

function inTitle(source: string): RequestLine | undefined {
  const [lead] = titlePath.exec(source) ?? []
  const line = lead === undefined ? undefined : withMethodBehind(source, lead.length)
  if (line) return line
  const [before, method] = inTwoSpans.exec(source) ?? []
  const url = before === undefined ? undefined : readUrl(source, before.length)
  return url && { ...url, method, methodStart: source.lastIndexOf(`\`${method}\``) + 1 }
}

/** A picture of the method behind the path. */
function besideBadge(source: string): RequestLine | undefined {
  const [badge, another] = badgesIn(source)
  const [lead] = (badge && !another && titlePath.exec(source)) || []
  const url = lead === undefined ? undefined : readUrl(source, lead.length)
  return url && badge && { method: badge.method, methodStart: badge.start, ...url }
}

/** The method in brackets, or behind a mark; what is said of both may follow. */
const methodBehind = new RegExp(
  `[\`*_]{0,3}(?:[ \\t]*[:：,][ \\t]*|[ \\t]+(?:[-–—|→]|[=-]>)[ \\t]+|[ \\t]+(?=[[(\`*_]))[\`*_]{0,3}[[(]?[\`*_]{0,3}(?<method>${methods})[\`*_]{0,3}[\\])]?[\`*_]{0,3}[ \\t]*(?:#*$|\\\\?\\r?\\n|<br|[(:[–—-][^/]*$)`,
  'dy',
)

function withMethodBehind(source: string, at: number): (RequestLine & { end: number }) | undefined {
  const url = withoutMark(readUrl(source, at))
  if (!url) return undefined
  methodBehind.lastIndex = url.urlEnd
  const found = methodBehind.exec(source)
  const [methodStart, end] = found?.indices?.groups?.method ?? []
  if (methodStart === undefined || end === undefined) return undefined
  return { ...url, method: source.slice(methodStart, end), methodStart, end: methodBehind.lastIndex }
}

/** `/items: GET`: the colon is none of the path. */
function withoutMark(url: Url | undefined): Url | undefined {
  const marks = url && /[:：,*_]+$/.exec(url.url)?.[0].length
  return url && marks ? { ...url, url: url.url.slice(0, -marks), urlEnd: url.urlEnd - marks } : url
}
