import { member, text } from '../parse/json.ts'
import { nearest } from '../text.ts'
import type { JsonNode, Range } from '../types.ts'

/** A part of a schema, and the document that it stands in. */
export interface Place {
  path: string
  node: JsonNode
}

/** Where a sample and its schema disagree beyond doubt. */
export interface Contradiction {
  /** `schema`: what a validator says, as a sentence in `says`. */
  kind: 'type' | 'list' | 'value' | 'near' | 'unknown' | 'missing' | 'schema'
  /** In the sample. */
  at: Range
  /** The property, as a path for messages. */
  name: string
  /** What the schema says, and where. */
  says: string
  place: Place
  /** What the sample shows. */
  shows: string
  near?: string
}

/** Follows a `$ref`; `undefined` where nobody can tell what it means. */
export type Resolve = (place: Place) => Place | undefined

/**
 * Compares a sample with a schema that nobody wrote for machines: only what cannot be meant is a contradiction. `null` is
 * fine everywhere, placeholders and omissions are, and of an object that is mostly unknown nothing is said at all. That is
 * also why it is no validator: a validator has two verdicts, and this needs three.
 */
export function judge(sample: JsonNode, schema: Place, resolve: Resolve): Contradiction[] {
  const found: Contradiction[] = []
  visit({ node: sample, schema, name: '', at: sample.range, depth: 0 }, resolve, found)
  return found
}

interface Visit {
  node: JsonNode
  schema: Place
  name: string
  at: Range
  depth: number
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
  if (!typeFits(at, found)) return
  if (node.kind === 'object') visitObject(at, resolve, found)
  else if (node.kind === 'array') visitItems(at, resolve, found)
  else checkValue(at, found)
}

/** `allOf` is merged nowhere, and of alternatives only the one that can be meant is looked at: the rest cannot be told. */
function choose(node: JsonNode, schema: Place, resolve: Resolve): Place | undefined {
  const alternatives = member(schema.node, 'anyOf') ?? member(schema.node, 'oneOf')
  if (member(schema.node, 'allOf') || member(schema.node, 'not')) return undefined
  if (alternatives?.kind !== 'array') return schema
  const fitting = alternatives.items
    .map((it) => resolve({ path: schema.path, node: it }))
    .filter((it): it is Place => it !== undefined)
    .filter((it) => typesOf(it.node)?.includes(node.kind) ?? true)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** JSON types that a schema allows; `undefined` for any. */
export function typesOf(schema: JsonNode): string[] | undefined {
  const type = member(schema, 'type')
  const names = type?.kind === 'array' ? type.items.map(text) : type ? [text(type)] : []
  const known = names.flatMap((it) => (it === 'integer' ? ['number'] : it === undefined ? [] : [it]))
  if (known.length > 0) return known.includes('file') ? undefined : known
  return member(schema, 'properties') ? ['object'] : undefined
}

function typeFits({ node, schema, name, at }: Visit, found: Contradiction[]): boolean {
  const types = typesOf(schema.node)
  if (!types || types.includes(node.kind)) return true
  if (node.kind === 'string' && isPlaceholder(String(node.value))) return false
  const isList = (node.kind === 'array') !== (types.length === 1 && types[0] === 'array')
  const structural = ['object', 'array']
  const kind =
    isList &&
    (types.some((it) => structural.includes(it)) || node.kind === 'array') &&
    (node.kind === 'object' || node.kind === 'array' || types[0] === 'array')
      ? 'list'
      : 'type'
  found.push({ kind, at, name, says: types.join(' or '), shows: node.kind, place: schema })
  return false
}

/** Text that stands for a value: type names, alternatives, brackets, elisions. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  return (
    text === '' ||
    /^[{<[(].*[}>\])]$|\.\.\.|…|\s\|\s|\sor\s|^\$|^%|^x{2,}$/i.test(text) ||
    /^(?:string|number|integer|int|boolean|bool|object|array|date|datetime|timestamp|null|value|uuid|guid|true\s*[/|,]\s*false)\b[\w\s()-]*$/i.test(
      text,
    )
  )
}

function checkValue({ node, schema, name, at }: Visit, found: Contradiction[]): void {
  const values = member(schema.node, 'enum')
  if (values?.kind !== 'array' || !('value' in node)) return
  const shown = String(node.value)
  const allowed = values.items.flatMap((it) => ('value' in it ? [String(it.value)] : []))
  if (allowed.includes(shown) || allowed.length === 0 || isPlaceholder(shown)) return
  // "A,B" and "A | B" combine values, and free text is no value at all.
  if (/[,;|\s]/.test(shown) && !allowed.some((it) => /[,;|\s]/.test(it))) return
  found.push({
    kind: 'value',
    at,
    name,
    says: list(allowed),
    shows: shown,
    place: schema,
    near: nearest(shown, allowed),
  })
}

function list(values: string[]): string {
  const shown = values.slice(0, 6).join(', ')
  return values.length > 6 ? `${shown}, … (${values.length} values)` : shown
}

function visitItems({ node, schema, name, depth }: Visit, resolve: Resolve, found: Contradiction[]): void {
  const items = member(schema.node, 'items')
  if (node.kind !== 'array' || items?.kind !== 'object') return
  for (const item of node.items) {
    visit(
      { node: item, schema: { path: schema.path, node: items }, name: `${name}[]`, at: item.range, depth: depth + 1 },
      resolve,
      found,
    )
  }
}

function visitObject(it: Visit, resolve: Resolve, found: Contradiction[]): void {
  const { node, schema, name, depth } = it
  const properties = member(schema.node, 'properties')
  if (node.kind !== 'object' || properties?.kind !== 'object') return
  const known = new Map(properties.members.map((property) => [property.key, property.value]))
  if (node.members.some(({ key }) => !known.has(key) && isRemark(key))) return
  for (const { key, keyRange, value } of node.members) {
    const property = known.get(key)
    const at: Range = [keyRange[0], keyRange[1]]
    if (property) {
      visit(
        { node: value, schema: { path: schema.path, node: property }, name: join(name, key), at, depth: depth + 1 },
        resolve,
        found,
      )
    }
  }
  if (isClosed(schema.node)) unknownKeys(it, known, found)
  missingKeys(it, found)
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

/** `@type` and `$id` speak of the data and are no part of it; a URI as a key is an extension that documents itself elsewhere. */
const foreign = /^(?:[@$]|urn:|https?:)/

/** Of an object that shares less than half of its keys with the schema, it is not sure that the schema is its own. */
function unknownKeys(
  { node, schema, name }: Visit,
  known: ReadonlyMap<string, JsonNode>,
  found: Contradiction[],
): void {
  if (node.kind !== 'object') return
  const own = node.members.filter(({ key }) => known.has(key) || !foreign.test(key))
  const unknown = own.filter(({ key }) => !known.has(key))
  const candidates = [...known.keys()].filter((it) => !node.members.some(({ key }) => key === it))
  const near = new Map(unknown.map(({ key }) => [key, nearKey(key, candidates)]))
  const strangers = unknown.filter(({ key }) => !near.get(key)).length
  if ((own.length - strangers) * 2 < own.length) return
  // A table in which no name is written as the sample writes it has titles, not names.
  if (unknown.length === own.length && unknown.length > 1) return
  for (const { key, keyRange } of unknown) {
    const close = near.get(key)
    const place = close ? { path: schema.path, node: known.get(close) ?? schema.node } : schema
    found.push({
      kind: close ? 'near' : 'unknown',
      at: keyRange,
      name: join(name, key),
      says: close ?? '',
      shows: key,
      place,
      near: close,
    })
  }
}

/** A documented name that differs by case, by separators, or by at most two letters in a long word. */
function nearKey(key: string, candidates: string[]): string | undefined {
  const folded = key.toLowerCase().replace(/[-_.]/g, '')
  const same = candidates.find((it) => it.toLowerCase().replace(/[-_.]/g, '') === folded)
  return same ?? (key.length > 5 ? nearest(key, candidates, key.length > 8 ? 2 : 1) : undefined)
}

function missingKeys({ node, schema, name, at }: Visit, found: Contradiction[]): void {
  const required = member(schema.node, 'required')
  if (node.kind !== 'object' || required?.kind !== 'array' || node.elided || node.members.length < 3) return
  const keys = new Set(node.members.map(({ key }) => key))
  for (const it of required.items) {
    const key = text(it)
    if (key === undefined || keys.has(key)) continue
    found.push({
      kind: 'missing',
      at: [at[0], at[0] + 1],
      name: join(name, key),
      says: key,
      shows: '',
      place: { path: schema.path, node: it },
    })
  }
}

function join(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`
}
