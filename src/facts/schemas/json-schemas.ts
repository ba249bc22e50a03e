import { isFalse, items, member, members, text } from '../../parse/json.ts'
import type { Field, JsonMember, JsonNode, Sample, Schema } from '../../types.ts'
import { readType } from './types.ts'

/** Deeper than that no schema goes that somebody reads on a page. */
const deepest = 12

/** What says what a value may be; one of them at least. */
export const keywords = ['type', '$ref', 'enum', 'const', 'properties', 'items', 'oneOf', 'anyOf', 'allOf']

/** What a schema can call a type. */
export const schemaTypes = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']

/** The schemas that a schema is made of: those of its properties and items, and its alternatives. */
export function schemasWithin(node: JsonNode): JsonNode[] {
  const inner = member(node, 'items')
  return [
    ...members(member(node, 'properties')).map(({ value }) => value),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((it) => items(member(node, it))),
    ...(inner?.kind === 'array' ? inner.items : inner ? [inner] : []),
  ]
}

/** JSON Schemas that a page shows as code: what they say of their properties. */
export function shownSchemas(samples: readonly Sample[]): Schema[] {
  return samples.flatMap(({ json, range, section }): Schema[] => {
    const schema = json && objectSchema(json)
    if (!schema || !isSchema(json)) return []
    return [{ form: 'json', role: 'object', range, section, fields: fieldsOf(schema, [], 0), open: isOpen(schema) }]
  })
}

/** The schema of an object, or of those in a list: data may have a "type" or "properties", and hardly both. */
export function objectSchema(json: JsonNode): JsonNode | undefined {
  const inner = text(member(json, 'type')) === 'array' ? member(json, 'items') : json
  return text(member(inner, 'type')) === 'object' && member(inner, 'properties')?.kind === 'object' ? inner : undefined
}

/** `{ "type": "object", "properties": { "lid": { "type": "string" } } }`: no sample, for nobody sends that. */
export function isSchema(json: JsonNode): boolean {
  const properties = members(member(objectSchema(json), 'properties'))
  return properties.length > 0 && properties.every(({ value }) => tells(value))
}

function tells(node: JsonNode): boolean {
  return node.kind === 'object' && (node.members.length === 0 || keywords.some((it) => member(node, it) !== undefined))
}

function isOpen(node: JsonNode): boolean {
  const more = member(node, 'additionalProperties')
  return (
    (more !== undefined && !isFalse(more)) ||
    ['oneOf', 'anyOf', 'allOf', '$ref', 'patternProperties'].some((it) => member(node, it) !== undefined)
  )
}

function fieldsOf(node: JsonNode, above: readonly string[], depth: number): Field[] {
  if (depth > deepest) return []
  const needed = member(node, 'required')
  const required = items(needed).flatMap((it) => text(it) ?? [])
  return members(member(node, 'properties')).flatMap((it) => {
    const path = [...above, it.key]
    const list = member(it.value, 'items')
    return [
      fieldOf(it, path, needed && (required.includes(it.key) ? 'yes' : 'no')),
      ...fieldsOf(it.value, path, depth + 1),
      ...(list ? fieldsOf(list, [...path, '[]'], depth + 1) : []),
    ]
  })
}

function fieldOf({ keyRange, value }: JsonMember, path: string[], required: Field['required'] = 'unknown'): Field {
  const type = member(value, 'type')
  const typeText = text(type) ?? ''
  const values = items(member(value, 'enum')).flatMap((it) => text(it) ?? [])
  return {
    path,
    range: [keyRange[0], value.range[1]],
    nameRange: keyRange,
    typeText,
    type: readType(typeText),
    typeRange: type?.range ?? keyRange,
    links: [],
    format: text(member(value, 'format')) ?? '',
    ...(values.length > 0 && { values }),
    required,
  }
}
