import { members } from '../parse/json.ts'
import type { JsonMember, JsonNode } from '../types.ts'
import { type Contradiction, join, type Visit } from './contradiction.ts'
import { checkFormat } from './dates.ts'
import { foldName, hal, missingKeys, sameName, unknownKeys } from './keys.ts'
import type { Place, Resolve } from './place.ts'
import { quotedNumbers } from './quoted.ts'
import { indexShapes, type Shapes } from './shape.ts'
import { checkUuid } from './uuids.ts'
import { checkLength, checkLimits, checkValue, isPlaceholder, typeFits } from './values.ts'

export type Judge = (sample: JsonNode, schema: Place) => Contradiction[]

/**
 * Compares a sample with a schema that nobody wrote for machines: only what cannot be meant is a contradiction. `null` is
 * fine everywhere, placeholders and omissions are, and of an object that is mostly unknown nothing is said at all. That is
 * also why it is no validator: a validator has two verdicts, and this needs three.
 */
export function judgeBy(resolve: Resolve): Judge {
  const shapes = indexShapes(resolve)
  return (sample, schema) => {
    const found: Contradiction[] = []
    visit({ node: sample, schema, row: schema, name: '', at: sample.range, depth: 0 }, shapes, found)
    return found
  }
}

const maxDepth = 40

/** A value of the sample, and the schema that speaks of it. */
interface Step extends Omit<Visit, 'shape'> {
  schema: Place
  depth: number
}

function visit(it: Step, shapes: Shapes, found: Contradiction[]): void {
  const { node } = it
  if (node.kind === 'null' || node.kind === 'unknown' || it.depth > maxDepth) return
  const shape = shapes.meant(it.schema, node.kind)
  if (!shape) return
  const at = { node, shape, row: it.row, name: it.name, at: it.at, depth: it.depth }
  const fits = typeFits(at, found)
  if (node.kind === 'array') visitItems(at, fits, shapes, found)
  else if (node.kind === 'object') visitObject(fits ? at : itemOf(at, shapes), shapes, found)
  else if (fits) {
    checkValue(at, found)
    checkFormat(at, found)
    checkUuid(at, found)
    checkLength(at, found)
    checkLimits(at, found)
  }
}

interface Judged extends Visit {
  depth: number
}

/** What stands alone where a list is documented is held against what the list holds. */
function itemOf(it: Judged, shapes: Shapes): Judged {
  const { items } = it.shape
  return { ...it, shape: (items && shapes.own(items)) ?? it.shape }
}

/** A list that is documented as one object is held against it, item by item. */
function visitItems(
  { node, shape, row, name, depth }: Judged,
  fits: boolean,
  shapes: Shapes,
  found: Contradiction[],
): void {
  const schema = fits ? shape.items : shape.place
  if (node.kind !== 'array' || schema?.node.kind !== 'object' || (!fits && !shape.properties)) return
  const each = { schema, row: fits ? schema : row, name: `${name}[]`, depth: depth + 1 }
  for (const item of node.items) visit({ ...each, node: item, at: item.range }, shapes, found)
}

function visitObject(it: Judged, shapes: Shapes, found: Contradiction[]): void {
  const { node, name, depth } = it
  const { properties, closed } = it.shape
  if (node.kind !== 'object' || !properties) return
  // That a name is written otherwise is one contradiction; what it holds may be another.
  const schemaOf = (key: string) => properties.get(key) ?? properties.get(sameName(key, node.members, properties) ?? '')
  if (node.members.some(({ key }) => !properties.has(key) && isRemark(key) && !schemaOf(key))) return
  const visitMember = ({ key, keyRange, value }: JsonMember, schema: Place, row = schema) =>
    visit({ node: value, schema, row, name: join(name, key), at: keyRange, depth: depth + 1 }, shapes, found)
  const wrapper = closed && depth > 0 ? wrapperIn(node.members, properties) : undefined
  if (wrapper) {
    const { key, keyRange } = wrapper
    const { place } = it.shape
    found.push({ kind: 'unknown', at: keyRange, name: join(name, key), says: '', shows: key, place })
    visitMember(wrapper, place, it.row)
    return
  }
  const known = found.length
  for (const member of node.members) {
    const schema = schemaOf(member.key)
    if (schema) visitMember(member, schema)
  }
  const typesOf = (schema: Place | undefined) => schema && shapes.own(schema)?.types
  quotedNumbers(node, (key) => typesOf(schemaOf(key))?.join() === 'string', found, known)
  const before = found.length
  if (closed) unknownKeys(it, properties, found)
  else found.push(...misnamed(it, properties))
  for (const { kind, at, place } of found.slice(before)) {
    const misspelt = kind === 'near' ? node.members.find(({ keyRange }) => keyRange === at) : undefined
    if (misspelt && !hal.test(misspelt.key) && !schemaOf(misspelt.key)) visitMember(misspelt, place)
  }
  missingKeys(it, found)
}

/** `{ "pot": { "glaze": …, "height": … } }` where the schema lists what is inside, and no `pot`. */
function wrapperIn(
  [only, another]: readonly JsonMember[],
  properties: ReadonlyMap<string, Place>,
): JsonMember | undefined {
  if (!only || another || only.value.kind !== 'object' || properties.has(only.key) || isRemark(only.key))
    return undefined
  const inner = only.value.members
  const known = inner.filter(({ key }) => properties.has(key)).length
  return known >= leastKnown && known * 10 >= inner.length * 7 ? only : undefined
}

/** There may be more than a schema lists, in another style, too; a name that is one of the list but for a letter is no other one. */
function misnamed(it: Judged, properties: ReadonlyMap<string, Place>): Contradiction[] {
  const found: Contradiction[] = []
  unknownKeys(it, properties, found)
  if (found.length === 0) return found
  const isAlone = isMostlyKnown(it.node, properties)
  return found.filter(
    ({ kind, says, shows }) =>
      kind === 'near' &&
      (foldName(says) !== foldName(shows) || (isAlone && says.toLowerCase() === shows.toLowerCase())),
  )
}

/** Where the names beside it are written as the schema writes them, a name in other letters is in no other style. */
function isMostlyKnown(node: JsonNode, properties: ReadonlyMap<string, Place>): boolean {
  const keys = members(node)
  const known = keys.filter(({ key }) => properties.has(key)).length
  return known >= leastKnown && known * 2 > keys.length
}

const leastKnown = 3

/** "Additional items removed for brevity", "// the rest": a key that speaks to the reader. */
function isRemark(key: string): boolean {
  return /\s\S+\s|\.\.\.|…|^\/\//.test(key) || isPlaceholder(key)
}
