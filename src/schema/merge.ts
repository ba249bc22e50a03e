import { isTrue, items, member, members, text } from '../parse/json.ts'
import type { JsonMember, JsonNode } from '../types.ts'
import { array, object, string } from './nodes.ts'
import type { Place, Resolve } from './place.ts'

const maxDepth = 8

/**
 * A schema that is composed by `allOf`, as one; any other one as it is. `undefined` where a part cannot be followed,
 * stands in another file (a place has one), or has alternatives of its own.
 */
export function merged(schema: Place, resolve: Resolve, depth = 0): Place | undefined {
  const all = member(schema.node, 'allOf')
  if (!all) return schema
  if (all.kind !== 'array' || schema.node.kind !== 'object' || depth > maxDepth) return undefined
  const { range } = schema.node
  const own: JsonNode = { ...schema.node, members: schema.node.members.filter(({ key }) => key !== 'allOf') }
  const parts: JsonNode[] = [own]
  for (const item of all.items) {
    const part = resolve({ path: schema.path, node: item })
    const whole = part && merged(part, resolve, depth + 1)
    if (whole?.path !== schema.path || alternatives.some((it) => member(whole.node, it))) return undefined
    parts.push(whole.node)
  }
  if (!parts.some(isOfObjects))
    return { path: schema.path, node: { ...own, members: firstOfEach(parts.flatMap(members)) } }
  const properties = parts.flatMap((it) => members(member(it, 'properties')))
  const required = parts.flatMap((it) => items(member(it, 'required')))
  const additional = parts.flatMap((it) => member(it, 'additionalProperties') ?? [])
  const node = object(range, {
    type: string(range, 'object'),
    properties: { kind: 'object', range, members: properties },
    required: array(range, required),
    additionalProperties: additional.find(({ kind }) => kind !== 'boolean') ?? additional.find(isTrue),
  })
  return { path: schema.path, node }
}

/** `allOf` may put a description beside an enumeration, too. */
function isOfObjects(node: JsonNode): boolean {
  return member(node, 'properties') !== undefined || text(member(node, 'type')) === 'object'
}

function firstOfEach(all: readonly JsonMember[]): JsonMember[] {
  return [...new Map(all.toReversed().map((it) => [it.key, it])).values()]
}

const alternatives = ['oneOf', 'anyOf', 'not', 'patternProperties']
