import { grouped } from '../../src/grouped.ts'
import { defineRule, suggest } from '../../src/rule.ts'
import { nearest } from '../../src/spelling.ts'
import type { Finding, Range, Sample, Status } from '../../src/types.ts'

export default defineRule({
  summary: "A reason phrase or a link that is another HTTP status's.",
  severity: 'warning',

  index: (documents) => new Set(documents.flatMap(({ facts }) => ownCodes(facts.statuses).map(pairOf))),

  *check({ path, facts }, { index: own }) {
    for (const status of facts.statuses) {
      const reason = isFine(status, facts.statuses) ? undefined : wrongReason(status)
      if (reason && isOutcome(status, facts.statuses)) continue
      const isOwn = reason !== undefined && own.has(pairOf(status))
      const finding = (isOwn ? undefined : reason) ?? wrongSection(status) ?? wrongPage(status)
      const { announced: said, code, reasonRange: at } = status
      const message = `the sample answers ${code}, and the text above it says ${said?.code}`
      if (finding) yield finding
      else if (said) yield { at, message, related: [{ path, at: said.range, message: 'said here' }] }
    }
    yield* facts.samples.flatMap((it) => wrongProblem(it) ?? [])
  },
})

/** `{ "type": "…/rfc7231#section-6.5.4", "status": 400 }`: what is wrong, said twice and in two ways. */
function wrongProblem({ json, contradicts: it }: Sample): Finding | undefined {
  if (it) return { at: it.range, message: `the body says ${it.said}, the ${it.above} above it ${it.code}` }
  const members = json?.kind === 'object' ? json.members : []
  const [type, status] = ['type', 'status'].map((name) => members.find(({ key }) => key === name)?.value)
  if (type?.kind !== 'string' || status?.kind !== 'number') return undefined
  const [start, end] = type.range
  return wrongSection({ code: Number(status.value), url: String(type.value), urlRange: [start + 1, end - 1] })
}

/** Codes of an API's own, 301 for what is a bad request: several in one section have the phrases of others, and none has its own. */
function ownCodes(statuses: readonly Status[]): Status[] {
  const listed = statuses.filter(({ role, reason }) => role === 'list' && reason !== undefined)
  if (listed.length < 3) return []
  const right = new Set(listed.flatMap((it) => (saysItsOwn(it) ? it.section : [])))
  const wrong = listed.filter((it) => !right.has(it.section) && wrongReason(it) !== undefined)
  return [...grouped(wrong, ({ section }) => section).values()].flatMap((all) => (all.length >= 3 ? all : []))
}

/** What a project calls its own code, it calls so on all of its pages. */
function pairOf({ code, reason = '' }: Status): string {
  return `${code} ${fold(reason)}`
}

function saysItsOwn({ code, reason = '' }: Status): boolean {
  return phrases.get(code)?.some((it) => fold(it) === fold(reason)) ?? false
}

/** "OK" in a cell of its own names a status only where those of other errors do. */
function isFine({ reason = '', reasonRange: [start, end], section }: Status, all: readonly Status[]): boolean {
  const isCell = fold(reason) === 'ok' && end - start === reason.length
  return isCell && !all.some((it) => it.section === section && it.code >= 400 && saysItsOwn(it))
}

/** "200 – Created" below a sample that answers 200, and beside "400 – Errors": such a list says what happens, in words of its own. */
function isOutcome({ role, code, section }: Status, all: readonly Status[]): boolean {
  const beside = role === 'list' ? all.filter((it) => it.section === section) : []
  const isInOwnWords = (it: Status) => it.role === 'list' && ![...names.values()].includes(fold(it.reason ?? 'OK'))
  return beside.some((it) => it.role === 'sample' && it.code === code) && beside.some(isInOwnWords)
}

/** Only the standard phrase of another code is wrong: what else a page writes behind a number may mean anything. */
function wrongReason(status: Status): Finding | undefined {
  const { code, reason, reasonRange } = status
  const own = phrases.get(code)
  const phrase = own && reason !== undefined ? behindOwn(reason, own) : ''
  const said = fold(phrase)
  if (!own || said === '' || own.some((it) => fold(it) === said)) return undefined
  const others = [...phrases].filter(([, all]) => all.some((it) => fold(it) === said))
  const other = others.find(([, [it = '']]) => fold(it) === said) ?? others[0]
  if (!other)
    return wrongClass(code, said, reasonRange) ?? mixed(own, said, status) ?? misspelt(code, said, reasonRange)
  const message = `${code} is "${own[0]}", "${phrase}" is ${other[0]}`
  return { at: reasonRange, message, help: `write "${code} ${own[0]}", or the status that is meant` }
}

/** "OK No Content" says "No Content" behind the code's own phrase. One more word may say anything: "OK Found". */
function behindOwn(reason: string, own: readonly string[]): string {
  const said = fold(reason)
  const before = own.find((it) => said.startsWith(`${fold(it)} `))
  const rest = before === undefined ? '' : reason.slice(before.length + 1)
  return rest.includes(' ') ? rest : reason
}

/** "MULTI STATUS" is "Multi-Status", and "NotFound" the name that libraries give "Not Found". */
function fold(phrase: string): string {
  const said = phrase.toLowerCase().replaceAll('-', ' ')
  return /^[A-Z][a-z]+[A-Z][A-Za-z]*$/.test(phrase) ? (names.get(said) ?? said) : said
}

/** What goes wrong is the client's fault below 500, and the server's from there on. */
function wrongClass(code: number, said: string, at: Range): Finding | undefined {
  const owner = /^(client|server) error$/.exec(said)?.[1]
  const own = code >= 500 ? 'server' : 'client'
  if (!owner || code < 400 || owner === own) return undefined
  return { at, message: `${code} is a ${own} error`, help: 'write the status that is meant' }
}

/** "503 Internal Service Unavailable": the code's own phrase behind the word that 500 begins with. */
function mixed(own: readonly string[], said: string, { code, reasonRange }: Status): Finding | undefined {
  const phrase = said.startsWith('internal ') && own.find((it) => fold(it) === said.slice('internal '.length))
  const message = `${code} is "${phrase}", without the "Internal" of 500`
  return phrase ? { at: reasonRange, message, help: `write "${code} ${phrase}"` } : undefined
}

/** A slip of the pen in the code's own phrase; short ones are a letter away from words of their own, but for the last: "201 Create". */
function misspelt(code: number, said: string, at: Range): Finding | undefined {
  const long = (phrases.get(code) ?? []).filter((it) => it.length > 7 || fold(it) === `${said}d`)
  const near = nearest(said, long.map(fold), said.length > 15 ? 3 : 2)
  const phrase = long.find((it) => fold(it) === near)
  // Several of them are no slip.
  if (phrase === undefined || said === `${near}s` || ofItsOwn.test(said)) return undefined
  return { at, message: `${code} is "${phrase}"`, help: `write "${code} ${phrase}"` }
}

/** "Unauthorised"; "Conflito", "Konflikt": as near to the phrase as a slip, and words of other spellings and languages. */
const ofItsOwn =
  /is(?:ed|able)\b|^(?:[ck]onfli[ck]?t+[aeio]?|kon?flikt\p{L}*|continu(?:a|ar|er|e[rz])|acc?ept(?:at|é|ée|ado)|autentica\p{L}*)$/u

function wrongSection({ code, url, urlRange }: Pick<Status, 'code' | 'url' | 'urlRange'>): Finding | undefined {
  const [, rfc = '', section = ''] = /rfc(\d{4})\D.*?section-(\d+(?:\.\d+)*)$/i.exec(url ?? '') ?? []
  const other = sections[rfc]?.find(([, it]) => it === section)?.[0]
  if (!url || !urlRange || other === undefined || other === code) return undefined
  const right = sections[rfc]?.find(([it]) => it === code)?.[1]
  const means = `${other} ${phrases.get(other)?.[0] ?? ''}`.trimEnd()
  const message = `${code} links to RFC ${rfc}, section ${section}, which is ${means}`
  const fix = right ? suggest(urlRange, url.replace(/section-[\d.]+$/, `section-${right}`)) : undefined
  return { at: urlRange, message, help: right && `section ${right} is ${code}`, fix }
}

/** A page about one status, named after it. */
const pageOf = /(?:\/status|\/\/httpstatus(?:es)?\.[a-z]{2,4}|\/\/http\.(?:cat|dev))\/([1-5]\d\d)\/?$/i

function wrongPage({ code, url, urlRange }: Status): Finding | undefined {
  const other = url === undefined ? undefined : pageOf.exec(url)?.[1]
  if (!url || !urlRange || other === undefined || Number(other) === code || !phrases.has(code)) return undefined
  return {
    at: urlRange,
    message: `${code} links to a page about ${other} ${phrases.get(Number(other))?.[0] ?? ''}`.trimEnd(),
    fix: suggest(urlRange, url.replace(/\d{3}(?=\/?$)/, `${code}`)),
  }
}

function numbered(prefix: string, codes: readonly number[]): [code: number, section: string][] {
  return codes.flatMap((code, at) => (code > 0 ? [[code, `${prefix}.${at + 1}`] as [number, string]] : []))
}

const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** Where each RFC defines its statuses; 0 for a section that defines none. */
const sections: Partial<Record<string, [code: number, section: string][]>> = {
  '7231': [
    ...numbered('6.2', [100, 101]),
    ...numbered('6.3', [200, 201, 202, 203, 204, 205]),
    ...numbered('6.4', [300, 301, 302, 303, 305, 306, 307]),
    ...numbered('6.5', [400, 402, 403, 404, 405, 406, 408, 409, 410, 411, 413, 414, 415, 417, 426]),
    ...numbered('6.6', [500, 501, 502, 503, 504, 505]),
  ],
  '7232': numbered('4', [304, 412]),
  '7233': numbered('4', [206, 0, 0, 416]),
  '7235': numbered('3', [401, 407]),
  '9110': [
    ...numbered('15.2', [100, 101]),
    ...numbered('15.3', upTo(200, 206)),
    ...numbered('15.4', upTo(300, 308)),
    ...numbered('15.5', [...upTo(400, 417), 0, 421, 422, 426]),
    ...numbered('15.6', upTo(500, 505)),
  ],
}

/** The registered phrase first, then what older RFCs call it, AMQP, or everybody. */
const phrases: ReadonlyMap<number, string[]> = new Map(
  [
    '100 Continue, 101 Switching Protocols, 200 OK, 201 Created, 202 Accepted, 203 Non-Authoritative Information',
    '204 No Content, 205 Reset Content, 206 Partial Content, 207 Multi-Status, 300 Multiple Choices',
    '301 Moved Permanently / Permanent Redirect, 302 Found / Moved Temporarily / Temporary Redirect, 303 See Other',
    '304 Not Modified, 307 Temporary Redirect, 308 Permanent Redirect, 400 Bad Request, 401 Unauthorized',
    '402 Payment Required, 403 Forbidden, 404 Not Found, 405 Method Not Allowed, 406 Not Acceptable / Precondition Failed',
    '407 Proxy Authentication Required, 408 Request Timeout / Request Time-out, 409 Conflict, 410 Gone',
    '411 Length Required, 412 Precondition Failed',
    '413 Content Too Large / Payload Too Large / Request Entity Too Large, 414 URI Too Long / Request-URI Too Long / Request-URI Too Large',
    '415 Unsupported Media Type, 416 Range Not Satisfiable / Requested Range Not Satisfiable, 417 Expectation Failed',
    '422 Unprocessable Content / Unprocessable Entity, 423 Locked, 424 Failed Dependency, 426 Upgrade Required',
    '428 Precondition Required, 429 Too Many Requests, 500 Internal Server Error, 501 Not Implemented',
    '502 Bad Gateway, 503 Service Unavailable, 504 Gateway Timeout / Gateway Time-out, 505 HTTP Version Not Supported',
  ].flatMap((line) => line.split(', ').map((it) => [Number(it.slice(0, 3)), it.slice(4).split(' / ')] as const)),
)

/** Without blanks → with them, both in lower case. */
const names = new Map(
  [...phrases.values()]
    .flat()
    .map((it) => [it.replace(/[- ]/g, '').toLowerCase(), it.toLowerCase().replaceAll('-', ' ')]),
)
