import { reads } from '../../../facts/methods.ts'
import type { Document, Sample, Schema } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { shownBy, surroundings } from '../context.ts'
import { agrees } from './agreement.ts'
import { announced } from './announced.ts'
import { areInBody, hasTooMany, isPayload, isSentAnywhere, isSentBody, showsThing, takesBody } from './bodies.ts'
import { enoughOf, isClear } from './clear.ts'
import { isAnotherKind } from './constants.ts'
import { echoed } from './echo.ts'
import { renamedList, strangeEnvelope } from './envelopes.ts'
import { fitOf, viewsOf } from './fit.ts'
import type { Halves } from './halves.ts'
import { bodyOf, linked, pagesNamed } from './linked.ts'
import { namesake } from './namesake.ts'
import { withRest } from './together.ts'
import type { Candidate, Match, SchemaLinks, Search } from './types.ts'

export { indexCalledSchemas } from './called.ts'
export { disjoint } from './disjoint.ts'
export type { Halves } from './halves.ts'
export { indexSchemaLinks } from './links.ts'
export { operationSchema, strangeBody } from './operations.ts'
export { titledParts } from './titled.ts'
export type { Match, SchemaLinks } from './types.ts'
export { unrelated } from './unrelated.ts'

/** Finds the schema by the author's link, then by the tables of the section, then by those of the page. */
export function schemaOf(document: Document, sample: Sample, links: SchemaLinks): Match | undefined {
  const json = shownBy(sample)
  if (!json || hasTooMany(document)) return undefined
  const context = links.context(document, sample)
  if (context.failing && context.role === 'request') return undefined
  const search = { document, sample, context, views: viewsOf(json), links }
  return byLink(search) ?? byPage(search) ?? echoed(search)
}

/** What tables of the section tell comes before what it announces, and that before a table somewhere on the page. */
function byPage(search: Search): Match | undefined {
  const { document, links } = search
  const found = byTables(search)
  const other = found && !found.isFar ? undefined : announced(search)
  return (other && best([other], search, 0.6, () => links.beside(document, [other.schema]))) ?? found
}

function byTables(search: Search): Match | undefined {
  const { document, sample, context, links } = search
  const isBody = isSentBody(search)
  const isThing = showsThing(search)
  const mayTell = (it: Schema) => context.role !== 'request' || links.about(document, it).way !== 'response'
  for (const { range, depth } of surroundings(document, sample.section)) {
    const found = wholes(inside(document.facts.schemas, range), links.halves(document)).filter(
      (it) =>
        describes(document, it, depth, isBody) &&
        agrees(document, it, context, links, sample) &&
        !(isThing && links.isSent(document, it)),
    )
    // A table that says what there is to know of a sample, and nothing yet: that of another section is another one.
    if (found.length === 0 && inside(links.emptyTables(document), range).length > 0) return undefined
    if (found.length === 0) continue
    const isPage = depth === 0 && found.length > 1
    const candidates = found.map((schema) => ({ document, schema, named: false as const }))
    const sure = enoughOf(found, { range, depth }, isBody, search)
    const beside = ({ document: page }: Candidate) => links.beside(page, found, { range, mayTell })
    const match = best(candidates, { ...search, sure }, isPage ? 0.7 : 0.5, beside)
    // Parameters of the path share no name with a body, which is documented further out.
    if (match || found.some(({ role }) => role === 'object'))
      return withRest(match && { ...match, isFar: depth < 2 }, found, depth, search)
  }
  const announced = isBody ? bodyOf(document, links) : []
  return (
    best(announced, search, 0.5, ({ document: page }) => links.beside(page, page.facts.schemas)) ?? onSchemaPage(search)
  )
}

function wholes(all: readonly Schema[], halves: Halves): readonly Schema[] {
  return halves.size === 0 ? all : all.flatMap((it) => (halves.has(it) ? (halves.get(it) ?? []) : it))
}

function byLink(search: Search): Match | undefined {
  const { document, sample, views, links } = search
  const annotated = links.annotated(document, sample)
  const named: Candidate[] = annotated ? [annotated] : linked(search)
  if (named.length === 0) return undefined
  // Who links to a page means all that it says of an object, whatever tables that is in.
  const beside = ({ document: page, schema }: Candidate) => links.beside(page, [schema])
  const match = best(named, search, 0.5, beside)
  if (match) return match
  const list = renamedList(named, views, links)
  if (list) return { ...list, named: true, isElsewhere: () => false }
  // A part of a page may describe a kind of the page's object, and say only what that has besides.
  const extended = named.flatMap((it): Candidate[] => {
    const whole = it.named === 'table' ? links.extended(it.document, it.schema) : undefined
    return whole ? [{ ...it, schema: whole, named: 'page' }] : []
  })
  return best(extended, search, 0.8, beside)
}

/** Where a section keeps the schema of one payload on another page, that of the other one is there, too. */
function onSchemaPage(search: Search): Match | undefined {
  const { document, context, links, views } = search
  const pages = pagesNamed(search).filter((it) => it !== document)
  // On a page of nothing but schemas, there is one for each part of the sample, too.
  const isWhole = (it: Schema) => it.role === 'object' && fitOf(views, links.keys(it)).level === 0
  const candidates = pages.flatMap((page) =>
    page.facts.schemas
      .filter((it) => isWhole(it) && agrees(page, it, context, links))
      .map((schema) => ({ document: page, schema, named: false as const })),
  )
  return best(candidates, search, 0.8, ({ document: page }) => links.beside(page, page.facts.schemas))
}

/** Whether a list that stands so deep below what it shares with a sample may be a schema of that. */
function describes(document: Document, it: Schema, depth: number, isBody: boolean): boolean {
  if (it.role === 'parameters')
    return isBody && depth > 0 && takesBody(document, it) && (depth > 1 || isSentAnywhere(document, it))
  return depth > 1 || isTyped(it) || (depth === 1 && isBody && isPayload(document, it))
}

/** Names without types may be those of anything: far from the sample they are no schema of it. In a list, what stands behind a name may be any remark. */
function isTyped({ form, fields }: Schema): boolean {
  return fields.some(({ typeText, type }) => (form === 'list' ? type.kinds !== undefined : typeText !== ''))
}

/** The candidate that knows most of the sample's keys; of those that know the same, the one whose title speaks of the sample. */
function best(
  candidates: Candidate[],
  { document: page, sample, views, links, sure = 2 }: Search,
  least: number,
  documented: (first: Candidate) => (key: string) => boolean,
): Match | undefined {
  if (candidates.length === 0) return undefined
  const seen = new Set<Schema>()
  const rated = candidates.flatMap((it) => {
    if (seen.has(it.schema)) return []
    seen.add(it.schema)
    const keys = links.keys(it.schema)
    const found = fitOf(views, keys)
    if (found.share < least || (!it.named && isAnotherKind(it.document, it.schema, found.nodes))) return []
    return [{ ...found, candidate: it, keys, named: it.named !== false }]
  })
  rated.sort((a, b) => a.level - b.level || b.share - a.share || b.known - a.known)
  // `{ "kites": [...] }`: the table of what all is wrapped in has one name of it, and the next one may have all names of a kite.
  const isEnough = (it: (typeof rated)[number]) =>
    it.known > 1 || it.named || (it.known > 0 && it.share >= sure) || isClear(it, it.candidate, links)
  const top = rated.find(isEnough)
  if (!top) return undefined
  const equal = rated.filter((it) => it.level === top.level && it.share === top.share && it.known === top.known)
  const first = equal.length === 1 ? top : namesake(equal, page, sample)
  if (!first) return undefined
  const isBeside = first.candidate.named === 'table' ? () => false : documented(first.candidate)
  const isElsewhere = (key: string) => rated.some((it) => it !== first && it.keys.has(key)) || isBeside(key)
  const { document, schema, wrong } = first.candidate
  const isNamed = first.candidate.named === 'table'
  const calls = first.named || document !== page ? [] : callsOf(page, schema, sample, links)
  const envelope = isNamed && first.level === 1 ? strangeEnvelope(views, document, schema) : undefined
  return {
    schema: links.schema(document, schema),
    roots: first.nodes,
    named: first.named,
    isParameters: schema.role === 'parameters' && !isNamed,
    isPlaced: areInBody(schema),
    isBorrowed: calls.length > 1,
    isOfOtherCall: new Set(calls.map(isReading)).size > 1,
    isElsewhere,
    wrong,
    envelope,
  }
}

/**
 * The calls that a sample and a schema stand with, if those are two. What one of them answers may be told with another one that reads the
 * same; a call that writes takes other things than one that reads shows.
 */
function callsOf(page: Document, schema: Schema, sample: Sample, links: SchemaLinks): EndpointGroup[] {
  const [own, other] = [links.call(page, sample.section), links.call(page, schema.section)]
  return own !== undefined && other !== undefined && own !== other ? [own, other] : []
}

function isReading({ method, definitions }: EndpointGroup): boolean {
  return reads(method ?? definitions[0]?.method ?? 'GET')
}
