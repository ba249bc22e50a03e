import { schemasWithin } from '../../facts/schemas/json-schemas.ts'
import { isFalse, isTrue, items, member, members, text } from '../../parse/json.ts'
import type { Place } from '../../schema/place.ts'
import type { FieldType, JsonNode } from '../../types.ts'
import type { Input, Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'

/** All that a call takes: parameters and the first floor of its body. */
export interface Inputs {
  list: readonly Input[]
  /** Whether there may be others: a reference that leads nowhere, a body of several shapes, any property at all. */
  open: boolean
}

export function inputsOf(project: Project, { path, node, parameters }: Operation): Inputs {
  const body = requestBody(project, { path, node }, parameters.list)
  const list = parameters.list.flatMap((it): Input[] => {
    // The body of Swagger 2 has a name of its own, which pages use for the whole of it.
    if (it.in === 'body') return [{ name: it.name, in: 'body', type: '', place: it.place }]
    // In Swagger 2, a parameter is its own schema.
    const schema = under(project, it.place, 'schema') ?? it.place
    const place = it.in === 'formData' ? 'body' : it.in
    return [{ name: it.name, in: place, required: it.required, ...describe(schema), place: it.place }]
  })
  return { list: [...list, ...body.list], open: !parameters.complete || body.open }
}

/** What stands under a key, or what is referred to there. */
export function under(project: Project, { path, node }: Place, key: string): Place | undefined {
  const value = member(node, key)
  return value && project.specs.resolve({ path, node: value })
}

function describe({ node }: Place): Pick<Input, 'kinds' | 'type' | 'default' | 'values'> {
  const value = member(node, 'default')
  const scalar = value && 'value' in value && value.value !== null ? String(value.value) : undefined
  const names = typeNames(node)
  const known = names.flatMap((it) => kinds.get(it) ?? [])
  if (known.includes('string') && isTruth(node)) known.push('boolean')
  const isPlain = !['oneOf', 'anyOf', 'allOf', 'not'].some((it) => member(node, it))
  return {
    kinds: isPlain && known.length > 0 ? known : undefined,
    type: names.join(' or '),
    default: scalar,
    values: valuesOf(node),
  }
}

const kinds: ReadonlyMap<string, NonNullable<FieldType['kinds']>[number]> = new Map([
  ['string', 'string'],
  ['integer', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['array', 'array'],
  ['object', 'object'],
])

function valuesOf(node: JsonNode): string[] | undefined {
  const listed = member(node, 'enum') ?? member(member(node, 'items'), 'enum')
  const values = items(listed).flatMap((it) => ('value' in it && it.value !== null ? String(it.value) : []))
  return values.length > 0 ? values : undefined
}

/** A text that is `true` or `false`, as its default or its values say. */
function isTruth(node: JsonNode): boolean {
  const values = [member(node, 'default'), ...items(member(node, 'enum'))].flatMap((it) => text(it) ?? [])
  return values.length > 0 && values.every((it) => /^(?:true|false)$/i.test(it))
}

/** What a schema says that a value may be, besides nothing. */
export function typeNames(node: JsonNode): string[] {
  const type = member(node, 'type')
  return [type, ...items(type)].flatMap((it) => text(it) ?? []).filter((it) => it !== 'null')
}

function requestBody(project: Project, place: Place, parameters: Operation['parameters']['list']): Inputs {
  const old = parameters.find((it) => it.in === 'body')
  if (old) return propertiesOf(project, under(project, old.place, 'schema'))
  if (!member(place.node, 'requestBody')) return { list: [], open: false }
  const body = under(project, place, 'requestBody')
  const media = members(member(body?.node, 'content'))
  const [first] = media
  // Several media types may have several shapes.
  return body && first && media.length === 1
    ? propertiesOf(project, under(project, { path: body.path, node: first.value }, 'schema'))
    : { list: [], open: true }
}

/** A body with more properties than any page lists. */
const most = 500

/** The properties of a schema, those of its `allOf` included. */
export function propertiesOf(project: Project, schema: Place | undefined): Inputs {
  const list: Input[] = []
  const { parts, open: isCut } = partsOf(project, schema)
  let open = isCut
  for (const { path, node } of parts) {
    const own = members(member(node, 'properties'))
    for (const { key, value } of own) {
      const found = project.specs.resolve({ path, node: value })
      const named = found?.node === value ? undefined : { path, node: value }
      if (found) list.push({ name: key, in: 'body', ...describe(found), place: found, named })
      else open = true
    }
    if (own.length === 0 || ['oneOf', 'anyOf', 'additionalProperties'].some((it) => mayHaveMore(node, it))) open = true
  }
  return { list: demanded(list, parts), open: open || list.length > most }
}

/** A schema and all that its `allOf` puts together. */
function partsOf(project: Project, schema: Place | undefined): { parts: Place[]; open: boolean } {
  const parts: Place[] = []
  let open = !schema
  const todo = schema ? [schema] : []
  // Schemas may be made of each other.
  const seen = new Set<JsonNode>()
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { path, node } = next
    if (seen.has(node) || parts.length > most) {
      open = true
      continue
    }
    seen.add(node)
    parts.push(next)
    for (const part of items(member(node, 'allOf'))) {
      const found = project.specs.resolve({ path, node: part })
      if (found) todo.push(found)
      else open = true
    }
  }
  return { parts, open }
}

/** Where nothing is required, nobody may have said so; and of several shapes, each has its own. */
function demanded(list: readonly Input[], parts: readonly Place[]): readonly Input[] {
  const required = new Set(parts.flatMap(({ node }) => items(member(node, 'required')).map((it) => text(it) ?? '')))
  if (required.size === 0) return list
  const otherwise = parts.some(({ node }) => member(node, 'oneOf') || member(node, 'anyOf')) ? undefined : false
  return list.map((it) => ({ ...it, required: hangs(it) ? undefined : required.has(it.name) || otherwise }))
}

/** What only answers have, no call has to; and what else one asks of it, the contract may say in words. */
function hangs({ place: { node } }: Input): boolean {
  const said = text(member(node, 'description')) ?? ''
  return isTrue(member(node, 'readOnly')) || /\b(?:required|optional|mandatory)\b/i.test(said)
}

/** `additionalProperties: false` says that there are none. */
function mayHaveMore(node: JsonNode, keyword: string): boolean {
  const value = member(node, keyword)
  return value !== undefined && !isFalse(value)
}

/** Whether a property deeper down has the name, as far as anybody looks: pages list such fields beside the others. */
export function holdsDeeper(project: Project, inputs: readonly Input[], name: string): boolean {
  const todo = inputs.map((it) => it.place)
  const seen = new Set<JsonNode>()
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { path, node } = next
    if (seen.has(node)) continue
    if (seen.size > most || member(member(node, 'properties'), name)) return true
    seen.add(node)
    todo.push(...schemasWithin(node).flatMap((it) => project.specs.resolve({ path, node: it }) ?? []))
  }
  return false
}
