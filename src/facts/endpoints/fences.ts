import { endOfLine } from '../../text.ts'
import { isHttpMethod, methods } from '../methods.ts'
import type { CodeBlock } from '../samples/blocks/code.ts'
import { looseLanguages } from '../samples/languages.ts'
import { type Candidate, candidates, type Known } from './candidate.ts'
import { programCall } from './program-calls.ts'
import { type RequestLine, readRequestLine, readRequestLines, readUrl, type Url } from './request-line.ts'
import { scriptCalls } from './script-calls.ts'

/** Languages whose every line may be a request; in others only the first may. */
const plainLanguages = new Set([...looseLanguages, 'powershell', 'httpie', 'url', 'uri', 'rest', 'none'])
const data = /^(?:json|xml|html|yaml|yml|csv|css|svg|sql|toml|ini|diff|graphql|hcl|mermaid)\b/

/** Request lines, URLs and command line calls of a code block. */
export function fencedEndpoints(block: CodeBlock): Candidate[] {
  const { value, language } = block
  if (!value.includes('/')) return []
  const barred = barredLine(value)
  if (barred) return inBlock(block, barred, { form: 'line' })
  const called = commandCalls(block)
  if (called.length > 0) return [...statedAbove(block), ...called]
  const scripted = scriptCalls(block)
  if (scripted.length > 0 || value.includes('fetch(')) return scripted
  const programmed = programCall(block)
  if (programmed.length > 0) return programmed
  const isPlain = plainLanguages.has(language) || isList(value)
  const found = requestLines(block, isPlain ? Number.POSITIVE_INFINITY : 1, !data.test(language))
  return value.includes('\n< ') ? found.map((it) => ({ ...it, session: true })) : found
}

const bar = new RegExp(`^\\s*(${methods})[ \\t]{0,9}\\|[ \\t]{0,9}(?!(?:${methods})\\b)`)

/** `POST| api/pots`, and nothing else in the block: a bar parts the two. Between `PUT|PATCH`, it says "or". */
function barredLine(value: string): RequestLine | undefined {
  const [lead = '', method = ''] = bar.exec(value) ?? []
  const url = method === '' ? undefined : readUrl(value, lead.length, true)
  if (!url || value.slice(url.urlEnd).trim() !== '') return undefined
  return { method, methodStart: lead.indexOf(method), ...url }
}

/** `GET https://…/pots/{id}`, below it `curl …`: one block, which says what its command calls. */
function statedAbove(block: CodeBlock): Candidate[] {
  const value = block.value.slice(0, block.calls()[0]?.command.start)
  return value.includes('/') ? requestLines({ ...block, value }, Number.POSITIVE_INFINITY, false) : []
}

/** Whatever its label, a block of several request lines and nothing else lists them. */
function isList(value: string): boolean {
  if (value.length > 2000 || !/^\s*[A-Z]{3,7} /.test(value)) return false
  const lines = value.split('\n').flatMap((it) => it.trim() || [])
  return lines.length > 1 && lines.every((it) => readRequestLine(it) !== undefined)
}

/** What begins so is no data, whatever its label. */
const isCommand = /^\s*(?:[$>] )?curl\s/

function commandCalls(block: CodeBlock): Candidate[] {
  if (/^(?:json|xml|html|yaml|hcl)$/.test(block.language) && !isCommand.test(block.value)) return []
  return block.calls().flatMap(({ client, nameless, method, methodWord, url, command }) => {
    // A quote that nothing closes swallows what follows; the URL ends where a URL must.
    const swallowed = url?.unclosed || url?.text.includes('\n')
    const text = (swallowed && /^\S+/.exec(url?.text ?? '')?.[0]) || (url?.text.trim() ?? '')
    if (!url || text === '') return []
    const line = {
      // What lost its first line may have lost its method.
      method: nameless && !methodWord ? undefined : method,
      methodStart: methodWord?.offset(0),
      url: text,
      urlStart: url.offset(0),
      urlEnd: swallowed ? url.offset(text.length) : url.end,
    }
    const range = [block.offset(command.start), block.offset(command.end)] as const
    const found = inBlock(block, line, { form: client, role: 'sample', range })
    return found.filter(({ host, path }) => host !== undefined || path.startsWith('/'))
  })
}

function requestLines(block: CodeBlock, limit: number, urls: boolean): Candidate[] {
  const found: Candidate[] = []
  let lines = 0
  let listing = true
  const text = block.value
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = endOfLine(text, start)
    const at = textStart(text, start, end)
    if (at === end) continue
    if (startsResponse(text, at)) return found
    found.push(...readRequestLines(text, at).flatMap((it) => inBlock(block, it, { form: 'line' })))
    const request: FoundRequest | undefined =
      requestAt(text, at) ?? (urls && listing ? lonelyUrl(text, at, end) : undefined)
    const own: Candidate[] = request ? inBlock(block, request.line, request.known) : []
    found.push(...own)
    // A list of URLs has no other lines in between; what comes behind a request is its headers and body.
    listing = own.some(({ form }) => form === 'url' || form === 'line')
    if (++lines >= limit) break
  }
  return found
}

function startsResponse(text: string, at: number): boolean {
  return text.startsWith('HTTP/', at) && /\d/.test(text[at + 5] ?? '')
}

interface FoundRequest {
  line: RequestLine
  known: Known
}

function requestAt(text: string, at: number): FoundRequest | undefined {
  // Whatever names a method, or "URI:", begins with a capital, or with a bracket around it.
  const first = text.charCodeAt(at)
  if (first < 65 || first > 91) return undefined
  const line = readRequestLine(text, at) ?? methodAbove(text, at)
  if (!line) return undefined
  const joined = joinWrapped(text, line)
  const headers = headersBelow(text, joined.urlEnd)
  const form = headers === '' ? 'line' : 'message'
  // What names the host that it goes to is sent.
  return { line: joined, known: /^\s*host:/im.test(headers) ? { form, role: 'sample' } : { form } }
}

/** `GET` alone, its URL on the next line. */
function methodAbove(text: string, at: number): RequestLine | undefined {
  const match = /^([A-Z]{3,8})[ \t]*\r?\n[ \t]*/.exec(text.slice(at, at + 80))
  if (!match || !isHttpMethod(match[1] ?? '')) return undefined
  const url = readUrl(text, at + match[0].length)
  return url && { method: match[1], methodStart: at, ...url }
}

/** A URL that a line break cut in two: what follows begins as only the rest of one can. */
function joinWrapped(text: string, line: RequestLine): RequestLine {
  const rest = /^[ \t]*\r?\n[ \t]*(?=[?&]|\/(?!\/))/.exec(text.slice(line.urlEnd, line.urlEnd + 40))
  if (!rest) return line
  const next = readUrl(text, line.urlEnd + rest[0].length) ?? queryAt(text, line.urlEnd + rest[0].length)
  return next ? { ...line, url: line.url + next.url, urlEnd: next.urlEnd } : line
}

function queryAt(text: string, at: number): Pick<Url, 'url' | 'urlEnd'> | undefined {
  const query = /^[?&]\S+/.exec(text.slice(at, at + 500))?.[0]
  return query === undefined ? undefined : { url: query, urlEnd: at + query.length }
}

/** The header lines of a message, up to the blank line behind them. The version of HTTP may have got on a line of its own, and a blank line behind it. */
function headersBelow(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  const head = text.startsWith('HTTP/', end + 1) ? text.indexOf('\n', end + 1) : end
  const blank = text.slice(at, head).includes('HTTP/') ? headerBehindBlank.exec(text.slice(head, head + 200)) : null
  const next = head + (blank?.[0].length ?? 0)
  if (next < 0 || !/^[ \t]*[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]*(?!\/)\S/.test(text.slice(next + 1, next + 200))) return ''
  return /^[\s\S]*?(?=\n[ \t\r]*\n|$)/.exec(text.slice(next + 1, next + 2000))?.[0] ?? ''
}

const headerBehindBlank = /^\n[ \t\r]*(?=\n[A-Z][\w-]+:[ \t])/

/** `Method: POST` beside `URL: /x`. */
const methodLine = /^(?:HTTP )?method:[ \t]*([A-Z]{3,8})(?=[ \t\r]*$)/im

/** A line that is a URL and nothing else, but for a continuation or a query that wraps. */
function lonelyUrl(text: string, at: number, end: number): FoundRequest | undefined {
  // No URL begins with a quote or a bracket that JSON begins its lines with.
  if ('"[]}'.includes(text[at] as string)) return undefined
  const label = /^(?:URI|URL|Endpoint|Path):[ \t]*/i.exec(text.slice(at, at + 20))?.[0].length ?? 0
  const url = readUrl(text, at + label)
  const rest = url && /^>?[ \t]*(\\|HTTP\/\d(?:\.\d)?)?[ \t\r]*$/.exec(text.slice(url.urlEnd, end))
  if (!url || !rest) return undefined
  const method = label > 0 ? methodLine.exec(text) : null
  if (method?.[1] && isHttpMethod(method[1])) {
    const methodStart = method.index + method[0].length - method[1].length
    return { line: { method: method[1], methodStart, ...url }, known: { form: 'label' } }
  }
  // With a protocol behind it, it is a request line that lost its method.
  if (rest[1]?.startsWith('HTTP')) return { line: url, known: { form: 'line' } }
  return { line: url, known: { form: label === 0 && sendsBody(text, at, end) ? 'message' : 'url' } }
}

/** `https://shop.example/v1/orders`, and behind an empty line an object: what is sent there. */
function sendsBody(text: string, at: number, end: number): boolean {
  return text.startsWith('http', at) && bodyBehind.test(text.slice(end, end + 80))
}

const bodyBehind = /^\n[ \t\r]*\n[ \t\r\n]*\{[ \t\r]*["\n}]/

/** Past indentation and the `>` of `curl -v`; a comment is no text. */
function textStart(text: string, start: number, end: number): number {
  let at = start
  while (at < end && ' \t\r\u00a0'.includes(text[at] as string)) at++
  if (text.startsWith('//', at)) return end
  return text.startsWith('> ', at) ? at + 2 : at
}

function inBlock({ offset, section, range }: CodeBlock, line: RequestLine, known: Known): Candidate[] {
  return candidates(line, offset, { section, block: range[0], ...known })
}
