import { member } from '../parse/json.ts'
import type { JsonMember, JsonNode } from '../types.ts'
import { type Contradiction, join, type Place, type Resolve, type Visit } from './contradiction.ts'
import { missingKeys, unknownKeys } from './keys.ts'
import { merged } from './merge.ts'
import { checkValue, isPlaceholder, typeFits, typesOf } from './values.ts'

/**
 * Compares a sample with a schema that nobody wrote for machines: only what cannot be meant is a contradiction. `null` is
 * fine everywhere, placeholders and omissions are, and of an object that is mostly unknown nothing is said at all. That is
 * also why it is no validator: a validator has two verdicts, and this needs three.
 */
export function judge(sample: JsonNode, schema: Place, resolve: Resolve): Contradiction[] {
  const found: Contradiction[] = []
  visit({ node: sample, schema, row: schema, name: '', at: sample.range, depth: 0 }, resolve, found)
  return found
}

const maxDepth = 40

function visit(it: Visit, resolve: Resolve, found: Contradiction[]): void {
  const { node } = it
  if (node.kind === 'null' || node.kind === 'unknown' || it.depth > maxDepth) return
  const schema = resolve(it.schema)
  if (schema?.node.kind !== 'object') return
  const branch = choose(node, schema, resolve)
  if (!branch) return
  const at = { ...it, schema: branch }
  const fits = typeFits(at, found)
  if (node.kind === 'array') visitItems(at, fits, resolve, found)
  else if (node.kind === 'object') visitObject(fits ? at : itemOf(at, resolve), resolve, found)
  else if (fits) checkValue(at, found)
}

/** What stands alone where a list is documented is held against what the list holds. */
function itemOf(it: Visit, resolve: Resolve): Visit {
  const items = member(it.schema.node, 'items')
  const schema = items && resolve({ path: it.schema.path, node: items })
  return { ...it, schema: schema ?? it.schema }
}

/** Of alternatives only the one that can be meant is looked at: the rest cannot be told. */
function choose(node: JsonNode, whole: Place, resolve: Resolve): Place | undefined {
  const schema = merged(whole, resolve)
  if (!schema) return undefined
  const alternatives = member(schema.node, 'anyOf') ?? member(schema.node, 'oneOf')
  if (member(schema.node, 'not')) return undefined
  if (alternatives?.kind !== 'array') return schema
  const fitting = alternatives.items
    .map((it) => resolve({ path: schema.path, node: it }))
    .filter((it): it is Place => it !== undefined)
    .filter((it) => typesOf(it.node)?.includes(node.kind) ?? true)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** A list that is documented as one object is held against it, item by item. */
function visitItems(it: Visit, fits: boolean, resolve: Resolve, found: Contradiction[]): void {
  const { node, schema, row, name, depth } = it
  const items = fits ? member(schema.node, 'items') : schema.node
  if (node.kind !== 'array' || items?.kind !== 'object' || (!fits && !member(items, 'properties'))) return
  for (const item of node.items) {
    const place = { path: schema.path, node: items }
    const each = { node: item, schema: place, row: fits ? place : row, name: `${name}[]`, at: item.range }
    visit({ ...each, depth: depth + 1 }, resolve, found)
  }
}

function visitObject(it: Visit, resolve: Resolve, found: Contradiction[]): void {
  const { node, schema, name, depth } = it
  const properties = member(schema.node, 'properties')
  if (node.kind !== 'object' || properties?.kind !== 'object') return
  const known = byName(properties.members)
  if (node.members.some(({ key }) => !known.has(key) && isRemark(key))) return
  for (const { key, keyRange, value } of node.members) {
    const property = known.get(key)
    if (!property) continue
    const place = { path: schema.path, node: property }
    const inner = { node: value, schema: place, row: place, name: join(name, key), at: keyRange }
    visit({ ...inner, depth: depth + 1 }, resolve, found)
  }
  if (isClosed(schema.node)) unknownKeys(it, known, found)
  missingKeys(it, found)
}

/** Lists show many objects of one schema. */
const names = new WeakMap<readonly JsonMember[], ReadonlyMap<string, JsonNode>>()

function byName(members: readonly JsonMember[]): ReadonlyMap<string, JsonNode> {
  const known = names.get(members) ?? new Map(members.map(({ key, value }) => [key, value]))
  names.set(members, known)
  return known
}

function isClosed(schema: JsonNode): boolean {
  const additional = member(schema, 'additionalProperties')
  return (
    (additional === undefined || (additional.kind === 'boolean' && additional.value === false)) &&
    !member(schema, 'patternProperties')
  )
}

/** "Additional items removed for brevity", "// the rest": a key that speaks to the reader. */
function isRemark(key: string): boolean {
  return /\s\S+\s|\.\.\.|…|^\/\//.test(key) || isPlaceholder(key)
}
