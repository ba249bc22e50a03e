import type { Document, Sample, Schema } from '../../../types.ts'
import { leadingLine, outermost, titleOf, titlesAround } from '../../sections.ts'
import type { SampleContext } from '../../types/samples.ts'
import { directionWords } from '../directions.ts'
import { hasWriting } from './bodies.ts'
import type { About, SchemaLinks } from './types.ts'

/**
 * A table of errors is not for what went well, nor one below "Request" for a response. Of a table and a sample with nothing between
 * them, the line above the first is said of both.
 */
export function agrees(
  document: Document,
  schema: Schema,
  context: SampleContext,
  links: SchemaLinks,
  sample?: Sample,
): boolean {
  const { failing, way } = links.about(document, schema)
  if (failing !== context.failing && !(sample && adjoin(document, schema, sample))) return false
  if (way !== undefined && context.role !== 'unknown' && way !== context.role) return false
  return context.role !== 'response' || !links.isSent(document, schema)
}

/** Whether nothing stands between a table and a sample. */
export function adjoin({ text }: Document, { range: table }: Schema, { range: code }: Sample): boolean {
  const [from, to] = table[1] <= code[0] ? [table[1], code[0]] : [code[1], table[0]]
  return to >= from && to - from < 100 && onlyMarks.test(text.slice(from, to))
}

/** Blanks, and what opens or closes a fence. */
const onlyMarks = /^\s*(?:(?:```|~~~)[^\n]*\s*)?$/

/** Whether a schema says what a call takes: by its title, its label, or the call that it stands below. */
export function isTaken(document: Document, schema: Schema, links: SchemaLinks): boolean {
  const { way } = links.about(document, schema)
  return way === 'request' || (way === undefined && links.isSent(document, schema))
}

/** Whether a title or a label calls a schema the answer's, as one calls the sample: "Response parameters", "Example response". */
export function isTold(document: Document, schema: Schema, { role }: SampleContext): boolean {
  if (role !== 'response') return false
  return [titleOf(document, schema), labelAbove(document, schema)].some((it) => wayIn(it) === 'response')
}

export function aboutOf(document: Document, schema: Schema): About {
  const titles = titlesOf(document, schema.section)
  const label = labelAbove(document, schema)
  const way = wayIn(label) ?? wayIn(firstHeader(document, schema)) ?? wayIn(titles)
  return { failing: speakOfFailure(`${titles}\n${label}`), way }
}

/** `| Body parameter | Description |`, `| Response field | …`: what the column of names is called. */
function firstHeader({ text }: Document, { form, range: [start] }: Schema): string {
  return form === 'table' ? (/^[|\s]*([^|\n]{0,60})\|/.exec(text.slice(start, start + 80))?.[1] ?? '') : ''
}

/** Below a call that writes, fields that are required or optional are those that it takes, and what it answers shows more. */
export function isSent(document: Document, schema: Schema): boolean {
  const { facts } = document
  const { section, fields } = schema
  const label = labelAbove(document, schema)
  if (/response|returns/i.test(titlesOf(document, section)) || wayIn(label) === 'response') return false
  if (obliges.test(label)) return true
  const told = fields.filter(({ required }) => required !== 'unknown').length
  if (told * 2 < fields.length) return false
  return hasWriting(facts, outermost(facts.sections, section, 2))
}

/** "Each pot that you send must have these properties:" speaks to who sends, and what comes back may have more. */
const obliges =
  /\b(?:sen[dt]|submit(?:s|ted)?|provided?|pass(?:ed)?|suppl(?:y|ied)|upload(?:ed)?|informad[oa]s?|enviad[oa]s?|gesendet\p{L}*|envoyée?s?)\b[^.:]{0,60}\b(?:must|has to|have to|needs? to|devem?|deben?|muss|müssen|doi(?:ven)?t)\b/iu

/** A section's title and those above it, a line each. */
export function titlesOf({ facts }: Document, section: number): string {
  return titlesAround(facts.sections, section).join('\n')
}

/** "**Response fields**", "Request **fields**", "The request takes:": a line that leads to what stands right below it. */
function labelAbove(document: Document, schema: Schema): string {
  const line = leadingLine(document, schema)
  return line.endsWith(':') || /^[^*.]{0,20}\*\*[^*]+\*\*:?$|^__[^_]+__:?$/.test(line) ? line : ''
}

/** Whether words speak of what a sample is: a request or a response, of what went well or failed. */
export function suits(words: string, { role, failing }: SampleContext): boolean {
  if (speakOfFailure(words) !== failing) return false
  const way = wayIn(words)
  return role === 'unknown' || way === undefined || way === role
}

function speakOfFailure(words: string): boolean {
  return /\berrors?\b|\bfault|\bproblem/i.test(words)
}

/** Which way goes what words speak of, where they do not speak of both. */
function wayIn(words: string): SampleContext['role'] | undefined {
  const said = directionWords(words)
  // `MeetingCreate`, "Payment update", "JSON body schema" and "Body" describe what is sent.
  const isRequest =
    /request|(?:create|update|patch|input)\W*$|\b(?:payload|body) (?:fields?|schema|structure|param(?:eter)?s?|propert(?:y|ies))\b|^\W*body\W*$/m.test(
      said,
    )
  const isResponse = /response|returns|\breturn(?:ed)? param|\boutput param|\b(?:results?|output)\W*$/m.test(said)
  return isRequest === isResponse ? undefined : isRequest ? 'request' : 'response'
}
