import type { HttpFault, Range } from '../../../types.ts'
import type { Line } from '../../lines.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { commandFaults } from '../commands/index.ts'
import { placed } from '../commands/slips.ts'
import { doubledMarks } from '../commands/urls.ts'
import { looseLanguages } from '../languages.ts'
import { wrongTypeOfMessage } from './body-types.ts'
import { oncePerHabit, unparted } from './habits.ts'
import { headerLine, isHeader } from './header-faults.ts'
import type { HttpMessage } from './http.ts'
import { linkFaults } from './links.ts'
import { type LineSlip, requestLine, statusLine } from './start-line-faults.ts'
import { rootlessTarget, target, tornQuery } from './targets.ts'

/** What is malformed in the heads of HTTP messages. Shorthand (`200 OK`, `GET /orders`) is no message and has no faults. */
export function httpFaults(blocks: CodeBlock[]): HttpFault[] {
  const found = blocks.flatMap((block) => faultsIn(block).map((it) => (block.marked ? { ...it, fix: undefined } : it)))
  return oncePerHabit(found)
}

function faultsIn(block: CodeBlock): HttpFault[] {
  const commands = block.value.includes('curl') || block.value.includes('\\\n') ? commandFaults(block) : []
  const marks = doubledMarks(block.value).map((it) => placed(it, block))
  if (commands.length > 0) return [...marks, ...commands]
  const links = block.value.includes('ink: <') ? linkFaults(block) : []
  const heads = block.messages().flatMap((it) => targetFaults(it, block))
  const types = /ontent-type:/i.test(block.value) ? block.messages().flatMap((it) => wrongTypeOfMessage(it, block)) : []
  return [...marks, ...heads, ...wholeMessages(block), ...types.map((it) => placed(it, block)), ...links]
}

function targetFaults(message: HttpMessage, block: CodeBlock): HttpFault[] {
  if (message.kind !== 'request' || !looseLanguages.has(block.language)) return []
  const found = target(message).flatMap((it) => place(it, message.head, block))
  const [next] = message.headers
  return next ? [...found, ...place(tornQuery(message), next, block)] : found
}

function wholeMessages(block: CodeBlock): HttpFault[] {
  if (!namesHttp(block.value) && !namesHttp(block.language) && !versioned.test(block.value)) return []
  return block.messages().flatMap((message) => {
    const torn = tornStart(message, block)
    if (torn.length > 0 || !isWhole(message, block.language)) return torn
    const start = startLine(message)
    const found = [
      ...place(start, message.head, block),
      ...place(rootlessTarget(message), message.head, block),
      ...endsEarly(message, block),
      ...message.headers.flatMap((line) => place(headerLine(line.text), line, block)),
      ...gapless(message, block),
    ]
    return found.filter(({ range }) => !/\.{3}|…|\{\{|<%/.test(block.value.slice(...range)))
  })
}

/** A URL alone is none: its method stands elsewhere. */
function startLine({ kind, method, head: { text } }: HttpMessage): LineSlip | undefined {
  if (kind === 'response') return statusLine(text)
  return method === undefined ? undefined : requestLine(text)
}

function namesHttp(text: string): boolean {
  return text.includes('HTTP') || text.includes('http')
}

/** `GET/1.1 200 OK`. */
const versioned = /^\s*[A-Z]{3,6}\/\d/

/** Whether the block shows a message as it goes over the wire. */
function isWhole({ head, headers }: HttpMessage, language: string): boolean {
  return (
    /HTTPS?[/\\ ]?\d/i.test(head.text) ||
    versioned.test(head.text) ||
    (/^https?$/.test(language) && headers.some(({ text }) => field.test(text)))
  )
}

/** `HTTP/1.1`, or the rest of the path, below the path: what reads the message takes it for a header. */
function tornStart({ kind, head, headers: [first, second] }: HttpMessage, block: CodeBlock): HttpFault[] {
  if (kind !== 'request' || !first || /\sHTTP/.test(head.text)) return []
  // Without a header below them, such lines may well list paths.
  const isRest = /^\/[\w{]\S*$/.test(first.text) && second !== undefined && field.test(second.text)
  if (!isRest && !/^HTTP\/\d(?:\.\d)?$/.test(first.text)) return []
  const range: Range = [0, first.text.length]
  const message = `"${first.text}" stands on a line of its own`
  return place({ range, message, help: 'write it behind the path' }, first, block)
}

const field = /^[\w!#$%&'*+.^`|~-]+:(?:\s|\S)/

/** An empty line above the headers: what reads the message takes all of them for its body. */
function endsEarly({ head, headers: [first] }: HttpMessage, block: CodeBlock): HttpFault[] {
  if (!first || !isHeader(first.text)) return []
  const range: Range = [head.end, first.margin]
  // Comments may stand in between.
  const lines = block.value.slice(...range)
  if (lines.trim() !== '' || !/\n[^\n]*\n/.test(lines)) return []
  const name = /^[\w-]+/.exec(first.text)?.[0] ?? ''
  const edits = [{ range, text: '\n' }]
  const at: Range = [first.start, first.start + name.length]
  return [
    placed({ range: at, message: `an empty line ends the head above "${name}"`, help: 'delete it', edits }, block),
  ]
}

/** `Content-Type: application/json` right above `{`: what reads the message takes the body for one more header. */
function gapless({ headers, body }: HttpMessage, block: CodeBlock): HttpFault[] {
  const last = headers.at(-1)
  if (!last || !body || !field.test(last.text)) return []
  const gap = block.value.slice(last.end, body.start)
  if (gap.split('\n').length !== 2 || !opensJson(block.value.slice(body.start, body.start + 80))) return []
  const slip: LineSlip = {
    range: [0, last.text.length],
    message: unparted,
    help: 'add one',
    write: `${last.text}\n`,
  }
  return place(slip, last, block)
}

/** `[other headers]` stands for more of the same. */
function opensJson(body: string): boolean {
  return /^\s*(?:\{|\[(?![A-Za-z][\w ]*\]))/.test(body)
}

function place(slip: LineSlip | undefined, { start }: Line, block: CodeBlock): HttpFault[] {
  if (!slip) return []
  const { message, help, write } = slip
  const range: Range = [start + slip.range[0], start + slip.range[1]]
  return [placed({ range, message, help, edits: write === undefined ? undefined : [{ range, text: write }] }, block)]
}
