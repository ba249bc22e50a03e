import { endOfLine } from '../../../text.ts'
import { type Line, linesOf } from '../../lines.ts'
import { commonMethods } from '../../methods.ts'

/** An HTTP message as a page shows it. Offsets count in the block that holds it. */
export interface HttpMessage {
  kind: 'request' | 'response'
  /** The status line or the request line. */
  head: Line
  method?: string
  status?: number
  /** Lines between the start line and the body. */
  headers: Line[]
  /** Where the body stands; absent for none. */
  body?: { start: number; end: number }
}

/** `POST: https://…` as well, and `POST/x HTTP/1.1`, a slip. */
const request = new RegExp(
  `^(${commonMethods}|OPTIONS|TRACE|CONNECT|LIST)(?:(?::[ \\t]+(?=https?://|[/{<])|[ \\t]+)\\S|/\\S{1,300}[ \\t]+HTTP/\\d)`,
)
const spokenRequest = new RegExp(`^(${commonMethods}|OPTIONS)[ \\t]+\\S+[ \\t]+HTTP/\\d`, 'i')
const response = /^(?:Status:?[ \t]+)?([1-5]\d\d)(?![\d.-])(?:[ \t]+[A-Z][\w '-]{1,40})?$/
/** `HTTP-Code: 201 created`: whatever the words are in which a page says so. */
const spokenResponse =
  /^(?:HTTP(?:[- ][Ss]tatus)?(?:[- ][Cc]ode)?|(?:Status|Response)[- ][Cc]ode):?[ \t]+([1-5]\d\d)(?![\d.-])(?:[ \t]+[A-Za-z][\w '-]{1,40})?:?$/
/** With a protocol in front it is a status line however it goes on. */
const protocol = /^HTTPS?(?:[/\\ ]?\d(?:\.\d)?)?:?[ \t]+(?:(\d{3})(?!\d)|[A-Za-z]+[ \t]+(\d{3})(?!\d)|\d)/i

/** `GET/1.1 200 OK`, `HTPP/1.1 404 Not Found`: SIP and RTSP have versions, too. */
const misnamed = new RegExp(
  `^(?:${commonMethods}|HTTPP|HTTTP|HTPP?|HPTT|HTT|TTP)/\\d(?:\\.\\d)?[ \\t]+([1-5]\\d\\d)(?!\\d)`,
)

/** The messages of a block whose first line starts one; empty for any other block. */
export function httpMessages(text: string): HttpMessage[] {
  // Most blocks are no messages, which their first line says without the others.
  const first = firstLine(text)
  const begun = startOf(first) ?? urlAlone(first, text)
  if (!begun) return []
  const lines = linesOf(text)
  const messages: HttpMessage[] = []
  let at = lines.findIndex((it) => it.text !== '')
  for (let message: HttpMessage | undefined = begun; message; message = startAt(lines, at)) {
    at = readMessage(message, lines, at + 1)
    messages.push(message)
  }
  return messages
}

function startOf(line: Line | undefined): HttpMessage | undefined {
  // All of them begin with a word or a status, which says most of what code shows is none.
  if (!line || !/^[A-Za-z1-5]/.test(line.text)) return undefined
  const { text } = line
  const spoken = protocol.exec(text) ?? misnamed.exec(text)
  const status = (response.exec(text) ?? spokenResponse.exec(text))?.[1] ?? spoken?.[1] ?? spoken?.[2]
  if (status || spoken)
    return { kind: 'response', head: line, status: status ? Number(status) : undefined, headers: [] }
  const method = (request.exec(text) ?? spokenRequest.exec(text))?.[1]
  return method ? { kind: 'request', head: line, method, headers: [] } : undefined
}

function startAt(lines: Line[], at: number): HttpMessage | undefined {
  return startOf(lines[at]) ?? answerAt(lines, at)
}

/** `Response:` alone on its line, and JSON below it: what comes back, without its head. */
function answerAt(lines: Line[], at: number): HttpMessage | undefined {
  const line = lines[at]
  // Most lines of a body are longer than any such word, and all are asked.
  if (!line || line.text.length > 12 || !answer.test(line.text)) return undefined
  const next = lines.slice(at + 1, at + 4).find(({ text }) => text !== '')
  if (!next || !/^[{[]/.test(next.text)) return undefined
  return { kind: 'response', head: line, headers: [] }
}

const answer =
  /^(?:respon[sc]e?|resposta|respuesta|réponse|antwort|svar|result|返回|响应|レスポンス|응답|ответ)\s?[:：]$/i

/** A URL or a path, and a header below it: a request whose method stands elsewhere. */
function urlAlone(line: Line | undefined, text: string): HttpMessage | undefined {
  if (!line || !/^(?:https?:\/\/|\/[\w{]|\{\w+\}\/)/.test(line.text)) return undefined
  const isHead = /^[ \t\r]*\n[ \t]*(?:Authorization|Accept|Content-Type|Host):[ \t]+\S/.test(
    text.slice(line.end, line.end + 200),
  )
  return isHead ? { kind: 'request', head: line, headers: [] } : undefined
}

/** Reads headers and body; says which line comes next. */
function readMessage(message: HttpMessage, lines: Line[], from: number): number {
  let at = from
  for (let line = lines[at]; line && !opensBody(line) && !startAt(lines, at); line = lines[++at]) {
    if (line.text === '' && !headerFollows(lines, at)) break
    if (line.text !== '') message.headers.push(line)
  }
  while (lines[at]?.text === '') at++
  return lines[at] && !startAt(lines, at) ? readBody(message, lines, at) : at
}

/** A blank line between the start line and the headers is a slip, and not the end of the head. */
function headerFollows(lines: Line[], blank: number): boolean {
  const next = lines[blank + 1]
  return next !== undefined && /^[A-Z][\w-]+:[ \t]/.test(next.text)
}

function readBody(message: HttpMessage, lines: Line[], from: number): number {
  let at = from
  while (at < lines.length && !(startOf(lines[at]) && /HTTP/.test(lines[at]?.text ?? '')) && !answerAt(lines, at)) at++
  const start = lines[from]?.margin ?? 0
  const end = lines[at - 1]?.end ?? start
  message.body = { start, end }
  return at
}

/** `body {` opens one, too. */
function opensBody({ text }: Line): boolean {
  return /^(?:[{["“<]|\w{1,20}:? ?[{[]$)/.test(text)
}

function firstLine(text: string): Line | undefined {
  const start = text.search(/\S/)
  if (start < 0) return undefined
  const line = text.slice(start, endOfLine(text, start)).trimEnd()
  return { start, end: start + line.length, text: line, margin: start }
}
