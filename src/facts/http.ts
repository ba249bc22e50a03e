/** An HTTP message as a page shows it. Offsets count in the block that holds it. */
export interface HttpMessage {
  kind: 'request' | 'response'
  start: number
  end: number
  method?: string
  status?: number
  /** Lines between the start line and the body. */
  headers: Line[]
  /** Where the body stands; absent for none. */
  body?: Line
}

export interface Line {
  start: number
  end: number
  text: string
}

const request = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT|LIST)[ \t]+\S/
const response = /^(?:HTTPS?\b[^\d\n]{0,3}[\d.]{0,3}:?[ \t]*)?([1-5]\d\d)(?![\d.-])(?:[ \t]+[A-Z][\w '-]{1,40})?[ \t]*$/

/** The messages of a block whose first line starts one; empty for any other block. */
export function httpMessages(text: string): HttpMessage[] {
  const lines = linesOf(text)
  const messages: HttpMessage[] = []
  let at = lines.findIndex((it) => it.text !== '')
  while (at >= 0 && at < lines.length) {
    const message = startOf(lines[at])
    if (!message) break
    at = readMessage(message, lines, at + 1)
    messages.push(message)
  }
  return messages
}

function startOf(line: Line | undefined): HttpMessage | undefined {
  if (!line) return undefined
  const { start, end, text } = line
  const status = response.exec(text)?.[1]
  if (status) return { kind: 'response', start, end, status: Number(status), headers: [] }
  const method = request.exec(text)?.[1]
  return method ? { kind: 'request', start, end, method, headers: [] } : undefined
}

/** Reads headers and body; says which line comes next. */
function readMessage(message: HttpMessage, lines: Line[], from: number): number {
  let at = from
  for (let line = lines[at]; line && !opensBody(line) && !startOf(line); line = lines[++at]) {
    if (line.text === '' && !headerFollows(lines, at)) break
    if (line.text !== '') message.headers.push(line)
  }
  while (lines[at]?.text === '') at++
  const first = lines[at]
  if (first && !startOf(first)) at = readBody(message, lines, at)
  message.end = lines[at - 1]?.end ?? message.end
  return at
}

/** A blank line between the start line and the headers is a slip, and not the end of the head. */
function headerFollows(lines: Line[], blank: number): boolean {
  const next = lines[blank + 1]
  return next !== undefined && /^[A-Z][\w-]+:[ \t]/.test(next.text)
}

function readBody(message: HttpMessage, lines: Line[], from: number): number {
  let at = from
  while (at < lines.length && !(startOf(lines[at]) && /HTTP/.test(lines[at]?.text ?? ''))) at++
  const start = lines[from]?.start ?? 0
  const end = lines[at - 1]?.end ?? start
  message.body = { start, end, text: '' }
  return at
}

function opensBody({ text }: Line): boolean {
  return /^[{["“<]/.test(text)
}

/** Lines without the indentation that the whole message may have. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length, text: line.trim() })
    start += line.length + 1
  }
  return lines
}
