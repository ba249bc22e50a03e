import { onlyOne } from '../../../grouped.ts'
import { items, member, members } from '../../../parse/json.ts'
import { foldName } from '../../../schema/keys.ts'
import { nearest, slipsIn } from '../../../spelling.ts'
import type { JsonNode, Range, Sample, Schema } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import { adjoin, isTold } from './agreement.ts'
import { countKnown, viewOf } from './fit.ts'
import type { Candidate, SchemaLinks, Search } from './types.ts'

interface Rated {
  nodes: JsonNode[]
  known: number
  keys: ReadonlySet<string>
}

/** The share of a sample's names that a schema must know, where nothing else can be meant: then one name that both have is enough. */
export function enoughOf(
  [only, more]: readonly Schema[],
  { range, depth }: { range: Range; depth: number },
  isBody: boolean,
  search: Search,
): number | undefined {
  if (!only || more) return undefined
  if (depth > 1 && areAsFew(only, range, search)) return 0.5
  if (depth > 0 && (isBody || isTakenBeside(only, search))) return 1
  return isAnswer(only, depth, search) ? 0.5 : undefined
}

/** A call shows what it takes, what it answers, and what it answers where it fails. */
const mostSamples = 3

/** "Request body", a table, and right below it the sample: the line above the two is said of both. */
function isTakenBeside(schema: Schema, { document, sample, links }: Search): boolean {
  return links.about(document, schema).way === 'request' && adjoin(document, schema, sample)
}

/** One name or two, and as many are documented right beside it: of two, one may have been misnamed. */
function areAsFew(schema: Schema, around: Range, { views, links, document }: Search): boolean {
  const [whole, more] = views(0)
  const known = links.keys(schema).size
  const isSame = more === undefined && (known === 1 || known === 2) && whole?.shown.size === known
  return isSame && inside(document.facts.samples, around).length <= mostSamples
}

/** Whether the sample is what a schema says is answered, by the titles of both, and the page shows no other call's answer. */
function isAnswer(schema: Schema, depth: number, { document, sample, context, links }: Search): boolean {
  if (!isTold(document, schema, context)) return false
  const isAnother = (it: Sample) => it !== sample && links.context(document, it).role === 'response'
  return depth > 1 || !document.facts.samples.some(isAnother)
}

/** One name that both have is enough where what it holds, or the name beside it, tells. */
export function isClear(top: Rated, candidate: Candidate, links: SchemaLinks): boolean {
  return top.known === 1 && (showsSlip(top) || knowsBelow(top, candidate.schema) || leadsBelow(top, candidate, links))
}

/** Of two keys, one is documented, and the other all but is: few samples of something else show that. */
function showsSlip({ nodes, keys }: Rated): boolean {
  const shown = nodes.flatMap((it) => members(it).map(({ key }) => foldName(key)))
  return shown.some((key) => {
    if (keys.has(key) || key.length < 7) return false
    const near = nearest(key, keys, slipsIn(key))
    // A list of a thing is called as the thing is, but for its last letter.
    return near !== undefined && !near.startsWith(key) && !key.startsWith(near)
  })
}

/** `data.id`, `data.name`: of the one member that both have, the schema also knows two names, and most of those that are shown. */
function knowsBelow({ nodes }: Rated, { fields }: Schema): boolean {
  const below = fields.flatMap(({ path: [first = '', ...rest] }) => {
    const name = rest.find((it) => it !== '[]')
    return name === undefined ? [] : [`${foldName(first)}\0${foldName(name)}`]
  })
  if (below.length < 2) return false
  const names = new Set(below)
  const shown = nodes
    .flatMap(members)
    .flatMap(({ key, value }) => Array.from(viewOf(value).shown, (it) => `${foldName(key)}\0${it}`))
  const both = new Set(shown.filter((it) => names.has(it))).size
  return both > 1 && both * 2 >= new Set(shown).size
}

/** `result`, whose type leads to a table: that has two names, and most of those, that the sample shows there. */
function leadsBelow({ nodes, keys }: Rated, { document, schema }: Candidate, links: SchemaLinks): boolean {
  const held = nodes.flatMap(members).find(({ key, value }) => keys.has(foldName(key)) && isNested(value))
  if (!held) return false
  const { path, node } = links.schema(document, schema)
  const inner = onlyOne(members(held.value))?.value
  const { shown } = viewOf(inner?.kind === 'object' ? inner : held.value)
  return referencesIn(member(member(node, 'properties'), held.key)).some((it) => {
    const target = links.resolve({ path, node: it })?.node
    const known = countKnown(shown, new Set(members(member(target, 'properties')).map(({ key }) => foldName(key))))
    return known > 1 && known * 2 >= shown.size
  })
}

/** Where the schema of a property, of one of its variants or of the items of its list is kept. */
function referencesIn(node: JsonNode | undefined): JsonNode[] {
  if (!node) return []
  if (member(node, '$ref')) return [node]
  return [...items(member(node, 'anyOf')), member(node, 'items')].flatMap(referencesIn)
}

function isNested({ kind }: JsonNode): boolean {
  return kind === 'object' || kind === 'array'
}
