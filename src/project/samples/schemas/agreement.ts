import type { Document, Schema } from '../../../types.ts'
import type { SampleContext } from '../context.ts'
import { directionWords } from '../directions.ts'
import type { SchemaLinks } from './links.ts'

/** A table of errors is not for what went well, nor one below "Request" for a response. */
export function agrees(document: Document, schema: Schema, context: SampleContext, links: SchemaLinks): boolean {
  if (!suits(titlesOf(document, schema.section), context)) return false
  return context.role !== 'response' || !links.isSent(document, schema)
}

/** Below a call that writes, fields that are required or optional are those that it takes, and what it answers shows more. */
export function isSent(document: Document, { section, fields }: Schema): boolean {
  const { facts } = document
  if (/response|returns/i.test(titlesOf(document, section))) return false
  const told = fields.filter(({ required }) => required !== 'unknown').length
  if (told * 2 < fields.length) return false
  let top = section
  while ((facts.sections[top]?.depth ?? 0) > 2) top = facts.sections[top]?.parent ?? 0
  const range = facts.sections[top]?.range
  return facts.endpoints.some(
    ({ role, method, range: [at] }) =>
      role === 'definition' && /^(?:POST|PUT|PATCH)$/.test(method ?? '') && range && range[0] <= at && at < range[1],
  )
}

/** A section's title and those above it, a line each. */
export function titlesOf({ facts }: Document, section: number): string {
  let titles = ''
  for (let at = section; at > 0; at = facts.sections[at]?.parent ?? 0) titles += `${facts.sections[at]?.title}\n`
  return titles
}

/** Whether words speak of what a sample is: a request or a response, of what went well or failed. */
export function suits(words: string, { role, failing }: SampleContext): boolean {
  const title = directionWords(words)
  if (/\berrors?\b|\bfault|\bproblem/.test(title) !== failing) return false
  // `MeetingCreate`, "Payment update" and "JSON body schema" describe what is sent.
  const isRequest =
    /request|(?:create|update|patch|input)\s*$|\b(?:payload|body) (?:fields|schema|structure|parameters|properties)\b/m.test(
      title,
    )
  const isResponse = /response|returns|\breturn(?:ed)? param|\boutput param|\bresults?\s*$/m.test(title)
  if (role === 'unknown' || isRequest === isResponse) return true
  return (role === 'request') === isRequest
}
