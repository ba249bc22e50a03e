import { keywords, objectSchema, schemasWithin, schemaTypes } from '../../facts/schemas/json-schemas.ts'
import { member, members, text } from '../../parse/json.ts'
import type { Document, Finding, JsonMember, JsonNode } from '../../types.ts'

/** JSON Schemas that a page shows, or links to: what stands in place of a schema among their properties. */
export function shownSchemaProblems({ facts }: Document): Finding[] {
  return facts.samples.flatMap(({ json }) => (json && objectSchema(json) ? faultsIn(json) : []))
}

/** A house that writes `"id": "string"` throughout has a notation of its own. */
function faultsIn(root: JsonNode): Finding[] {
  const all = propertiesIn(root)
  const wrong = all.filter(isWrong)
  const right = all.filter(({ value }) => keywords.some((it) => member(value, it) !== undefined))
  return wrong.length < right.length ? [...wrong.map(faultOf), ...right.flatMap(joinedTypes)] : []
}

/** `"type": "string,null"`: what takes several types lists them. */
function joinedTypes({ value }: JsonMember): Finding[] {
  const type = member(value, 'type')
  const names = text(type)?.split(/\s*[,|]\s*/) ?? []
  if (!type || names.length < 2 || !names.every((it) => schemaTypes.includes(it))) return []
  const list = names.map((it) => `"${it}"`).join(', ')
  return [{ at: type.range, message: `"${text(type)}" is not a JSON Schema type`, help: `write [${list}]` }]
}

/** What stands below `properties`, at any depth: where keywords stand, and not where data does. */
function propertiesIn(root: JsonNode): JsonMember[] {
  const found: JsonMember[] = []
  const todo = [root]
  for (let node = todo.pop(); node; node = todo.pop()) {
    for (const it of members(member(node, 'properties'))) found.push(it)
    for (const it of schemasWithin(node)) todo.push(it)
  }
  return found
}

/** `true` is a schema, and `...` stands for one. */
function isWrong({ key, value }: JsonMember): boolean {
  if (value.kind === 'boolean') return key === 'additionalProperties'
  return (
    value.kind === 'array' || value.kind === 'number' || (value.kind === 'string' && /^\w+$/.test(String(value.value)))
  )
}

function faultOf({ key, keyRange, value }: JsonMember): Finding {
  if (key === 'additionalProperties' || (key === 'required' && value.kind === 'array'))
    return { at: keyRange, message: `"${key}" stands among the properties`, help: 'move it behind "properties"' }
  const type = text(value)
  const help = schemaTypes.includes(type ?? '') ? `write { "type": "${type}" }` : undefined
  return {
    at: value.range,
    message: `"${key}" is ${value.kind === 'array' ? 'an' : 'a'} ${value.kind}, not a schema`,
    help,
  }
}
