import { lineAt, textBefore } from '../../text.ts'
import type { Host, Range } from '../../types.ts'
import type { CodeBlock } from '../samples/blocks/code.ts'
import type { Syntax } from '../syntax.ts'

/** A scheme that stands twice, or has a letter too many, too few or in the wrong place. */
const slip =
  '(?:https?://){2,9}|(?:h{2,9}t+ps?|ht{3,9}ps?|htps?|https{2,9}|httpps?|htpps|httsp?|hptts?|tthps?|ttps?)://'
const url = new RegExp(
  String.raw`\b(?:(?:(${slip})|https?://)([a-z0-9.-]+)|https?:/(?:([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/?"'\s]|$)|(?<="https?:/)([a-z][a-z0-9-]*)(?=/[^"\s]*")))`,
  'gi',
)
/** Who explains the slip shows it. */
const explained =
  /\b(?:avoid|don['’]t|doubled?|duplicated?|errors?|extra|fail\w*|instead|invalid|malformed|not|twice|typo|unsupported|wrong)\b/i

const alone = /^https?:\/\/[a-z0-9.-]+\/?$/i

/** Of a message that names it below its first line. */
const header = /^[ \t]*Host:[ \t]*([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=(?::\d+)?[ \t]*\r?$)/gim

/** Hosts of the URLs and messages in code, and those that tables list; hosts with placeholders are none, and links are the links' business. */
export function hosts(syntax: Syntax, blocks: CodeBlock[]): Host[] {
  const headers = blocks.flatMap(({ value, offset }) => (value.includes('Host:') ? headersIn(value, offset) : []))
  return syntax.text.includes(':/') ? [...inUrls(syntax, blocks), ...headers] : headers
}

function headersIn(value: string, offset: (at: number) => number): Host[] {
  return Array.from(value.matchAll(header), ({ index, 0: line, 1: name = '' }) => {
    const end = index + line.length
    return { name: name.toLowerCase(), range: [offset(end - name.length), offset(end)] }
  })
}

function inUrls(syntax: Syntax, blocks: CodeBlock[]): Host[] {
  const urls = syntax.all('inlineCode').filter(({ node }) => node.value.includes('://'))
  const spans = urls.map(({ node, range, parent }) => {
    // In a table, a pipe has its escape: what is written counts.
    const [, marks = '', written = ''] = /^(`+)([\s\S]*)\1$/.exec(syntax.text.slice(...range)) ?? []
    const found = hostsIn(written, (at) => range[0] + marks.length + at)
    return parent?.node.type === 'tableCell' && alone.test(node.value.trim()) ? found.map(asListed) : found
  })
  const found = [...blocks.map(({ value, offset }) => hostsIn(value, offset)), ...spans, ...linked(syntax)].flat()
  return found.map((it) => (it.scheme && isExplained(syntax.text, it) ? { name: it.name, range: it.range } : it))
}

function linked(syntax: Syntax): Host[][] {
  return syntax.all('link').flatMap(({ node, range, parent }) => {
    if (parent?.node.type !== 'tableCell' || !alone.test(node.url)) return []
    const start = syntax.text.slice(...range).lastIndexOf(node.url)
    return start < 0 ? [] : [hostsIn(node.url, (at) => range[0] + start + at).map(asListed)]
  })
}

function asListed(host: Host): Host {
  return { ...host, listed: true }
}

function hostsIn(value: string, offset: (at: number) => number): Host[] {
  if (!value.includes(':/')) return []
  return [...value.matchAll(url)].flatMap((match) => {
    const [whole, slip, behindTwo, domain, quoted] = match
    const behindOne = domain ?? quoted
    const written = behindTwo ?? behindOne ?? ''
    const name = written.toLowerCase().replace(/\.+$/, '')
    const after = value[match.index + match[0].length] ?? ' '
    if (name === '' || '{<[$'.includes(after)) return []
    // A socket stands for the host.
    if (behindOne !== undefined && textBefore(value, match.index, 300).includes('--unix-socket')) return []
    const start = match.index + whole.length - written.length
    const range = [offset(start), offset(start) + name.length] as const
    if (behindOne !== undefined) return [{ name, range, lacksSlash: true }]
    const again = restart(value, start, name)
    if (again >= 0) return [{ name, range, again: [offset(again), offset(again) + name.length] }]
    if (slip === undefined) return isOrigin(value, match.index) ? [] : [{ name, range }]
    const from = offset(match.index)
    return [{ name, range, scheme: { range: [from, from + slip.length], meant: meantBy(slip) } }]
  })
}

/** `Access-Control-Allow-Origin: https://shop.acme.org`: who calls from a browser, and not what is called. */
function isOrigin(value: string, start: number): boolean {
  return origin.test(textBefore(value, start, 40))
}

const origin = /\b(?:origin|referer)["']?[ \t]?[:=][ \t]?["']?$/i

/** Where the host of a URL stands once more, glued to its path: behind a slash or a mark of a query, it would be a value. */
function restart(value: string, start: number, name: string): number {
  const end = start + name.length
  const [glued = '', host] = glue.exec(value.slice(end, end + 300)) ?? []
  return host?.toLowerCase() === name ? end + glued.length - name.length : -1
}

const glue = /^\/[^\s"'`<>()?#=&|,;\\]{0,200}?[a-z\d]https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/?\s"'`])/i

function meantBy(slip: string): string {
  const [, last = slip] = slip.split('://')
  return /s/i.test(last === '' ? slip : last) ? 'https://' : 'http://'
}

function isExplained(text: string, { range: [at] }: Host): boolean {
  return explained.test(lineAt(text, at))
}

/** The host of a contract's server, with or without a protocol in front; relative URLs and templates have none. */
export function hostIn(text: string, range: Range): Host | undefined {
  const match = /^["']?(?:[a-z]+:)?(?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?=[:/"']|$)/i.exec(text.slice(...range))
  if (!match?.[1]) return undefined
  const end = range[0] + match[0].length
  return { name: match[1].toLowerCase(), range: [end - match[1].length, end] }
}
