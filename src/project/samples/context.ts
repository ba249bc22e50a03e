import { writingMethods } from '../../facts/methods.ts'
import { isSchema } from '../../facts/schemas/json-schemas.ts'
import { sectionsAround } from '../../facts/sections.ts'
import type { Document, JsonNode, Range, Sample } from '../../types.ts'
import { titlesAround } from '../sections.ts'
import type { SampleContext } from '../types/samples.ts'
import { directionWords } from './directions.ts'

/**
 * The JSON that a sample shows, or shows once its mistakes are repaired or the lines left out that they spoil: they hide nothing else
 * that is wrong with it. A JSON Schema shows none.
 */
export function shownBy({ json, error, tolerated }: Sample): JsonNode | undefined {
  const legible = error === undefined || error.fix !== undefined || error.confined
  return legible && json && !tolerated.includes('several') && !isSchema(json) ? json : undefined
}

/** Titles and labels around a sample tell what it is; the nearest one is right. */
export function contextOf(document: Document, sample: Sample): SampleContext {
  const { text, facts } = document
  const titles = titlesAround(facts.sections, sample.section)
  const start = facts.sections[sample.section]?.heading[1] ?? 0
  const before = text.slice(Math.max(start, sample.range[0] - 1500), sample.range[0])
  const isInCode = sample.label !== undefined || /^(?:http|curl|form)$/.test(sample.container)
  const above = labelOf(before, isInCode)
  const label = sample.label === undefined ? above : `${above}\n${sample.label}`
  const role = sample.role === 'unknown' ? roleAmong(titles, label, before, text, sample) : sample.role
  const status = sample.status ?? statusIn(before, 'last') ?? first(titles, statusOf)
  const answer = role === 'request' ? statusBelow(document, sample) : undefined
  const says = [label, titles[0] ?? '', titles[1] ?? ''].join('\n')
  const failing = (status ?? 0) >= 400 || (answer ?? 0) >= 400 || failure.test(says)
  return { role, status, failing }
}

function roleAmong(
  titles: readonly string[],
  label: string,
  before: string,
  text: string,
  sample: Sample,
): SampleContext['role'] {
  const [title = ''] = titles
  if (isSent(text, sample, before, title)) return 'request'
  // "Body:" alone is that of whatever the titles speak of.
  const words = onlyBody.test(label) ? [...titles, label] : [label, ...titles]
  // A section whose title is a status shows what comes with it.
  return first(words, roleOf) ?? (statusOf(title) === undefined ? 'unknown' : 'response')
}

/** The status of what comes back, in the section that shows what is sent. */
function statusBelow({ text, facts }: Document, { section, range: [, start] }: Sample): number | undefined {
  const end = facts.sections[section + 1]?.range[0] ?? text.length
  return statusIn(text.slice(start, Math.min(end, start + 3000)), 'first')
}

const onlyBody = /^\W*body\W*$/i

const failure =
  /\b(?:invalid|errors?|fail(?:ed|ure|ing)?|unsuccessful|bad request|malformed|problems?|rejected|unauthori[sz]ed|forbidden|not found|conflict)\b|失败|失敗|错误|錯誤|エラー|실패|오류|ошибк/i

/** The section of the sample, the ones around it, and at last the page. */
export function surroundings({ facts }: Document, section: number): { range: Range; depth: number }[] {
  return [...sectionsAround(facts.sections, section), 0].flatMap((at) => facts.sections[at] ?? [])
}

/** What stands right below such a title shows what is then told name by name. */
const ofArguments = /^\W*(?:(?:api|body|call|function|input|method) )?(?:arguments?|param(?:eter)?s)\W*$/i

function isSent(text: string, { tolerated, range: [start] }: Sample, before: string, title: string): boolean {
  if (before.trim() === '' && ofArguments.test(title)) return true
  return tolerated.length > 0 && sentLine.test(text.slice(start, start + 300))
}

/** `// POST /orders` as the first line of a fence: the body of that request follows. */
const sentLine = new RegExp(`^[^\\n]*\\n\\s*(?://|#) ?(?:${writingMethods}) +\\S`)

function roleOf(words: string): SampleContext['role'] | undefined {
  // "The requested item" is what comes back, and so are "Bad request" and the "Response to a request".
  const said = directionWords(words).replaceAll(
    /requeste[dr]|\bbad requests?\b|(?<=\bresponses? (?:to|for|of) (?:\w+ ){0,3})requests?/g,
    '',
  )
  return saidRole(said.replace(asides, ' ')) ?? saidRole(said) ?? wayOf(words)
}

/** "(optional)", "when the rental request was saved": what a label says besides. */
const asides = /\([^()]*\)|\b(?:when|because|in case) (?:the|an?|your) [^.,:]*/g

function saidRole(said: string): SampleContext['role'] | undefined {
  const at = [said.lastIndexOf('request'), said.lastIndexOf('response')] as const
  if (at[0] < 0 && at[1] < 0) return /\b(?:returns|returned|responds)\b/.test(said) ? 'response' : undefined
  return at[0] > at[1] ? 'request' : 'response'
}

/** What other words say. "It returns a JSON body" speaks of what comes back, as `saidRole` knows. */
function wayOf(words: string): SampleContext['role'] | undefined {
  // Nobody sends an error.
  if (/\berrors?\b.*\bbody\b|\bbody\b.*\berrors?\b/i.test(words)) return 'response'
  if (/\bpayload sent\b|\bjson (?:\w+ )?to send\b|\bbody\b|\bjson param(?:eter)?s\b|^\W*inputs?\W*$/i.test(words))
    return 'request'
  return /\b(?:result|output)\b/i.test(words) ? 'response' : undefined
}

function first<T>(all: string[], read: (it: string) => T | undefined): T | undefined {
  for (const it of all) {
    const found = read(it)
    if (found !== undefined) return found
  }
  return undefined
}

/** The short line right above: "Example response:". Fences that show a head only are stepped over. */
function labelOf(before: string, inCode: boolean): string {
  let isCode = inCode
  let start: number
  for (let end = before.length; end > 0; end = start - 1) {
    start = before.lastIndexOf('\n', end - 1) + 1
    const line = before.slice(start, end).trim()
    if (/^(?:```|~~~)/.test(line)) isCode = !isCode
    else if (line !== '' && !isCode) return line.length < 200 ? ownerOf(line, before.slice(0, end)) : ''
  }
  return ''
}

/** `200`, `🔴 404`, `201 Created`: a title that is a status. */
function statusOf(title: string): number | undefined {
  const [, alone] = /^\W*([1-5]\d\d)\W*$/.exec(title) ?? []
  return alone === undefined ? statusIn(title, 'last') : Number(alone)
}

/** `+ Response 200`, with `+ Headers` and `+ Body` below it: a body is that of the bullet that it is in. */
function ownerOf(label: string, before: string): string {
  if (!onlyBody.test(label) || !/^[+*-] /.test(label)) return label
  const [own = '', ...above] = before.trimEnd().split('\n').reverse()
  return above.find((it) => /^[ \t]*[+*-] /.test(it) && it.search(/\S/) < own.search(/\S/))?.trim() ?? label
}

function statusIn(text: string, which: 'first' | 'last'): number | undefined {
  if (!/[1-5]\d\d/.test(text)) return undefined
  const found = [...text.matchAll(/\bHTTP\/[\d.]+[ \t]+([1-5]\d\d)\b|^[ \t#*`]*([1-5]\d\d)\b(?=[ :]+[A-Z])/gm)]
  const match = which === 'first' ? found[0] : found.at(-1)
  return match ? Number(match[1] ?? match[2]) : undefined
}
