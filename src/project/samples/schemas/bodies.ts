import { writes } from '../../../facts/methods.ts'
import { foreignAddress } from '../../../facts/schemas/announcements.ts'
import { titleWords } from '../../../facts/sections.ts'
import type { Document, Endpoint, Range, Schema } from '../../../types.ts'
import { holds } from '../../ranges.ts'
import { leadingLine, titleOf } from '../../sections.ts'
import type { Search } from './types.ts'

/** Whether the sample is what a call sends. "Sample payload" and "Arguments" around it say so, too. */
export function isSentBody({ document: { facts }, sample: { section }, context: { role } }: Search): boolean {
  if (role !== 'unknown') return role === 'request'
  const title = titleWords(facts.sections[section])
  return (
    /\bpayloads?\b/i.test(title) ||
    /^(?:body |json )?(?:params|parameters|arguments)$/i.test(title) ||
    isBeforeAnswer(facts, section)
  )
}

/** "Parameters", "Example" and "Response" below a call that writes: of the two samples, the first is what is sent. */
function isBeforeAnswer(facts: Document['facts'], section: number): boolean {
  const { sections } = facts
  const own = sections[section]
  if (!own || !/^(?:examples?|samples?)$/i.test(titleWords(own))) return false
  const after = sections.slice(section + 1).find((it) => it.depth <= own.depth)
  if (after?.depth !== own.depth || !/^(?:(?:example|sample) )?responses?$/i.test(titleWords(after))) return false
  return hasWriting(facts, own.parent)
}

/** Whether a section, or one below it, documents a call that takes a body. */
export function hasWriting(facts: Document['facts'], section: number): boolean {
  return definitionsIn(facts, facts.sections[section]?.range).some(({ method }) => writes(method))
}

export function definitionsIn(facts: Document['facts'], range: Range = [0, 0]): Endpoint[] {
  return definitions(facts).filter(({ pathRange }) => holds(range, pathRange[0]))
}

/** "Attributes", "The pot object", above all calls of the page: what stands there shows the thing itself, and nothing that a call takes. */
export function showsThing({ document, sample, context: { role } }: Search): boolean {
  if (role !== 'unknown' || !ofThing.test(titleOf(document, sample))) return false
  return !definitions(document.facts).some(({ pathRange: [at] }) => at < sample.range[0])
}

const ofThing =
  /^\W*(?:(?:attributes|properties|representation|resource)|(?:the )?(?:[\w-]+ ){1,3}(?:object|resource))\W*$/i

/** Whether parameters are members of a body: many pages list those so. What stands in the path, the query or the head is none. */
export function takesBody(document: Document, schema: Schema): boolean {
  // What else the table says of the path is no matter.
  if (areInBody(schema)) return true
  if (isOfNoBody.test(titleOf(document, schema))) return false
  if (isOfAddress.test(leadingLine(document, schema))) return false
  if (areHeaders(schema) || areInPath(document.facts, schema)) return false
  // In the column for formats, "URL" says what the value is.
  return schema.fields.every(
    ({ place = '', format }) => !isBesideBody.test(place) && !/\b(?:path|query|headers?)\b/i.test(format),
  )
}

/** Where a call takes what it does not take in its body. */
export const isBesideBody = /\b(?:path|query|headers?|ur[il])\b/i
const isOfNoBody = new RegExp(`\\b(?:path|query|headers?|ur[il]|filter|sort|search)|${foreignAddress}`, 'i')

/** "Query parameters:", right above. Of what is said of several places, the body may be one. */
const isOfAddress = new RegExp(
  `^(?!.*\\bbody\\b).*(?:\\b(?:query|query[ -]string|path|ur[il]) param|${foreignAddress})`,
  'i',
)

/** `Authorization`, `X-Shop`: what stands in the head of any call. */
function areHeaders({ fields }: Schema): boolean {
  return fields.every(({ path: [name = ''] }) =>
    /^(?:authorization|accept|content-type|user-agent|x-[\w-]+)$/i.test(name),
  )
}

/** All that the section's path has places for. */
function areInPath(facts: Document['facts'], { section, fields }: Schema): boolean {
  const own = definitions(facts).filter((it) => it.section === section)
  return own.some(({ path }) => fields.every(({ path: [name = ''] }) => placesOf(path).has(bare(name))))
}

export function placesOf(path: string): ReadonlySet<string> {
  return new Set(path.match(/(?<=[{:<[(])\w+/g))
}

function bare(name: string): string {
  return name.replace(/^\W+|\W+$/g, '')
}

/** A column says of each parameter where it belongs, and of two or more that it is the body. */
export function areInBody({ fields }: Schema): boolean {
  const places = fields.map(({ place = '' }) => place.trim().toLowerCase())
  return places.every((it) => it !== '') && places.filter((it) => it === 'body').length > 1
}

/** `## Payload` on a page of one endpoint is what a call anywhere on the page sends. */
export function isPayload(document: Document, { section }: Schema): boolean {
  const title = titleWords(document.facts.sections[section])
  return /^(?:request )?(?:payload|body)(?: param(?:eter)?s)?$/i.test(title) && isOfOneCall(document)
}

/** Whether a page documents one endpoint, or shows calls of one and documents none: what it says of a call is said of that. */
export function isOfOneCall({ facts }: Document): boolean {
  return new Set(callsOf(facts).map(({ method, path }) => `${method} ${path}`)).size === 1
}

function callsOf(facts: Document['facts']) {
  const documented = definitions(facts)
  return documented.length > 0 ? documented : facts.endpoints
}

function definitions({ endpoints }: Document['facts']) {
  return endpoints.filter(({ role }) => role === 'definition')
}

/** Parameters of a page of one endpoint are what a call anywhere on the page sends; with some of the path among them, they are of all kinds. */
export function isSentAnywhere(document: Document, { fields }: Schema): boolean {
  if (!isOfOneCall(document)) return false
  const inPath = placesOf(callsOf(document.facts)[0]?.path ?? '')
  return !fields.some(({ path: [name = ''] }) => inPath.has(bare(name)))
}

/** Each sample of a page is held against each of its tables: where people write, no page has as many. */
export function hasTooMany({ facts }: Document): boolean {
  return facts.samples.length * facts.schemas.length > 250_000
}
