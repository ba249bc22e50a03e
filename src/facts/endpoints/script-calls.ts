import { isHttpMethod } from '../methods.ts'
import type { CodeBlock } from '../samples/blocks/code.ts'
import { type Candidate, candidates } from './candidate.ts'
import { methodIn, optionsAt } from './script-options.ts'

/** Functions and objects that send requests; nothing is looked for in a block that names none of them. */
const clients =
  /\b(?:fetch|axios|requests|httpx|got|ky|superagent|HTTParty|Unirest|RestClient|Request\.Builder|jQuery)\b|\$\.(?:get|post)/
const fetched = /\bfetch\(\s*(['"`])([^'"`\n]{1,500})\1\s*(?:(\))|,\s*)?/g
/** `axios.get('https://…')`, `requests.post(f"https://…")`, `$.get("https://…")`. */
const named =
  /(?:\b(?:axios|requests|httpx|got|ky|superagent|HTTParty|Unirest|RestClient|jQuery)|(?<!\w)\$)\.(get|post|put|patch|delete|head)\(\s*f?(['"`])(https?:\/\/[^'"`\s]{1,500})\2/gi
/** `requests.request("POST", "https://…")`. */
const generic = /\b(?:requests|httpx)\.request\(\s*(['"])([A-Za-z]{3,7})\1\s*,\s*f?(['"])(https?:\/\/[^'"\s]{1,500})\3/g
/** `url = "https://…"`, `endpoint = "https://…"`, and the call that takes it. */
const assigned = /\b(\w{0,20}(?:url|uri|endpoint))\s*=\s*f?(['"`])(https?:\/\/[^'"`\s]{1,500})\2/gi
const taking =
  /\b(?:axios|requests|httpx)\.(?:request\(\s*['"]([A-Za-z]{3,7})['"]\s*,\s*|(get|post|put|patch|delete|head)\(\s*)(\w{0,20}(?:url|uri|endpoint))(?=\s{0,9}[,)])/gi
/** `axios({ url: 'https://…', method: 'GET' })`, `axios(config)`. */
const configured = /\baxios(?:\.request)?\(\s*(?=[\w{$])/g
const configuredUrl = /(\burl\s*:\s*(['"`]))(https?:\/\/[^'"`\s]{1,500})\2\s{0,10}(?:[,\n]|$)/
/** `new Request.Builder().url("https://…").method("POST", body)`. */
const built = /\bRequest\.Builder\(\)([^;]{0,1500})/g
/** More of the URL follows, which nobody can read here. */
const goesOn = /^\s{0,10}[+%]|^\s{0,10}\.\s/

/** Calls of a program in another language than a shell's. */
export function scriptCalls(block: CodeBlock): Candidate[] {
  const { value } = block
  if (!clients.test(value)) return []
  return [...fetches(block), ...calls(block), ...configurations(block), ...builders(block)]
}

function fetches(block: CodeBlock): Candidate[] {
  const { value } = block
  return [...value.matchAll(fetched)].flatMap((match) => {
    const options = optionsAt(value, match.index + match[0].length)
    const method = match[3] === undefined ? options && methodIn(options) : 'GET'
    return inMatch(block, match, method, match[2])
  })
}

function calls(block: CodeBlock): Candidate[] {
  const { value } = block
  const direct = [...value.matchAll(named)].flatMap((it) => inMatch(block, it, it[1], it[3]))
  const spoken = [...value.matchAll(generic)].flatMap((it) => inMatch(block, it, it[2], it[4]))
  return [...direct, ...spoken, ...variable(block)]
}

/** Of several variables and calls nobody knows which is whose. */
function variable(block: CodeBlock): Candidate[] {
  const { value } = block
  const [one, another] = value.matchAll(assigned)
  const [call, more] = value.matchAll(taking)
  if (!one || another || !call || more || one[1] !== call[3]) return []
  return inMatch(block, one, call[1] ?? call[2], one[3])
}

function configurations(block: CodeBlock): Candidate[] {
  const { value } = block
  return [...value.matchAll(configured)].flatMap(({ 0: all, index }) => {
    const config = optionsAt(value, index + all.length)
    const member = config && configuredUrl.exec(config.members)
    if (!member) return []
    const [, before = '', , url = ''] = member
    return scriptCall(block, methodIn(config), url, config.start + member.index + before.length)
  })
}

function builders(block: CodeBlock): Candidate[] {
  return [...block.value.matchAll(built)].flatMap(({ 0: all, 1: steps = '', index }) => {
    const step = /\.url\(\s*"([^"\n]{1,500})"\s*\)/.exec(steps)
    if (!step) return []
    const [, written, named] = /\.(?:method\(\s*"([A-Za-z]+)"|(get|post|put|patch|delete|head)\()/.exec(steps) ?? []
    const method = written ?? named ?? (steps.includes('.build()') ? 'GET' : undefined)
    const [, url = ''] = step
    return scriptCall(block, method, url, index + all.length - steps.length + step.index + step[0].indexOf(url))
  })
}

/** The URL of a match, unless more of it follows. */
function inMatch(
  block: CodeBlock,
  { 0: all, index }: RegExpExecArray,
  method: string | undefined,
  url = '',
): Candidate[] {
  const end = index + all.length
  return goesOn.test(block.value.slice(end, end + 12))
    ? []
    : scriptCall(block, method, url, index + all.lastIndexOf(url))
}

/** What a program calls; the offset is into the block. */
export function scriptCall(block: CodeBlock, verb: string | undefined, url: string, urlStart: number): Candidate[] {
  const method = verb?.toUpperCase()
  if (method !== undefined && !isHttpMethod(method)) return []
  const line = { method, url, urlStart, urlEnd: urlStart + url.length }
  return candidates(line, block.offset, {
    form: 'fetch',
    role: 'sample',
    section: block.section,
    block: block.range[0],
  })
}
