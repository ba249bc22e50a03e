import { items, member, members } from '../parse/json.ts'
import type { JsonNode } from '../types.ts'
import type { Place, Resolve } from './place.ts'

const maxDepth = 8

/**
 * A schema that is composed by `allOf`, as one object; any other one as it is. `undefined` where a part cannot be followed,
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
  const properties: JsonNode = {
    kind: 'object',
    range,
    members: parts.flatMap((it) => members(member(it, 'properties'))),
  }
  const required: JsonNode = { kind: 'array', range, items: parts.flatMap((it) => items(member(it, 'required'))) }
  const more = parts.map((it) => member(it, 'additionalProperties')).find((it) => it && it.kind !== 'boolean')
  const open = parts.map((it) => member(it, 'additionalProperties')).find((it) => it && 'value' in it && it.value)
  const type: JsonNode = { kind: 'string', value: 'object', range }
  const values = { type, properties, required, additionalProperties: more ?? open }
  const composed = Object.entries(values).flatMap(([key, value]) => (value ? [{ key, keyRange: range, value }] : []))
  return { path: schema.path, node: { kind: 'object', range, members: composed } }
}

const alternatives = ['oneOf', 'anyOf', 'not', 'patternProperties']
