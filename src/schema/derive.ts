import { getOrAdd } from '../grouped.ts'
import type { Field, JsonNode, Range, Schema } from '../types.ts'
import { formatOf } from './formats.ts'
import { foldName } from './keys.ts'
import { array, number, object, string, strings } from './nodes.ts'

/**
 * A field table as JSON Schema, in the shape of a parsed file: every part stands where the page says it, so that a
 * contradiction can point to its row. A `$ref` holds a link as the page writes it.
 */
export function derive(schema: Schema, linkOf: LinkOf): JsonNode {
  const root = branch(schema.range)
  for (const field of schema.fields) place(root, field)
  // Who writes "array of" in one row means it where another row does not say so.
  const single = schema.fields.some(({ typeText }) => /\b(?:array|list|collection) of\b|\[\]/i.test(typeText))
  const links: LinkOf = (field) => {
    const link = linkOf(field)
    return link && { ...link, single: single && !link.guessed }
  }
  return objectSchema(root, { open: schema.open, linkOf: links })
}

/** What holds of all parts of a schema. A list of some names leaves out names below those, too. */
interface Terms {
  open: boolean
  linkOf: LinkOf
}

/** Where the fields of a field are documented, as a link; `guessed` where only names say so, `single` where it is no list. */
type LinkOf = (field: Field) => { url: string; guessed?: boolean; single?: boolean } | undefined

/** Fields by name, while they are still being put together. */
interface Branch {
  range: Range
  fields: Field[]
  children: Map<string, Branch>
  items?: Branch
}

function branch(range: Range): Branch {
  return { range, fields: [], children: new Map() }
}

function place(root: Branch, field: Field): void {
  let at = root
  for (const [index, step] of field.path.entries()) {
    if (step === '[]' || (step === '*' && isList(at))) {
      at.items ??= branch(field.range)
      at = at.items
      continue
    }
    // Beside `os`, a string, `os.version` is a name with a dot.
    const whole = holdsValue(at.children.get(step)) && index < field.path.length - 1
    const name = whole ? field.path.slice(index).join('.') : step
    at = getOrAdd(at.children, name, () => branch(field.range))
    if (whole) break
  }
  at.fields.push(field)
}

/** `items.*.id` speaks of the items of `items`, an array; of an object, it would speak of whatever names that has. */
function isList({ fields }: Branch): boolean {
  return fields.some(({ type }) => type.kinds?.join() === 'array')
}

function holdsValue(from: Branch | undefined): boolean {
  return from?.fields.some(({ type }) => areScalars(type.kinds)) ?? false
}

function objectSchema(from: Branch, terms: Terms): JsonNode {
  const { range } = from
  const required = Array.from(from.children).flatMap(([name, it]) =>
    it.fields.length === 1 && it.fields[0]?.required === 'yes' ? string(it.range, name) : [],
  )
  const properties = Array.from(from.children, ([key, it]) => ({
    key,
    keyRange: it.range,
    value: fieldSchema(it, terms),
  }))
  return object(range, {
    type: string(range, 'object'),
    properties: { kind: 'object', members: properties, range },
    required: required.length > 0 ? array(range, required) : undefined,
    additionalProperties: { kind: 'boolean', value: terms.open || hasOpenNames(from), range },
  })
}

/** `custom{n}` and `x-*` stand for names that nobody can list. */
function hasOpenNames({ children }: Branch): boolean {
  for (const name of children.keys()) if (/[*{<(]/.test(name)) return true
  return false
}

function fieldSchema(from: Branch, terms: Terms): JsonNode {
  const { range } = from
  if (from.items) {
    const inner = from.items.children.size > 0 ? objectSchema(from.items, terms) : fieldSchema(from.items, terms)
    return listOf(range, inner)
  }
  if (from.children.size > 0) return nested(from, terms)
  const [field, another] = from.fields
  // Two rows of one name describe two things: nothing can be said about either.
  return field && !another ? leaf(field, terms.linkOf) : object(range, {})
}

/** An object that the table describes by dotted names, whether or not it has a row of its own. */
function nested(from: Branch, terms: Terms): JsonNode {
  const inner = objectSchema(from, terms)
  const list = listOf(from.range, inner)
  if (from.fields.some(({ type }) => type.kinds?.includes('array'))) return list
  // A type of the site's own may be a list of them, and so may a row without a type.
  if (from.fields.every(({ type }) => type.kinds !== undefined)) return inner
  return object(from.range, { anyOf: array(from.range, [inner, list, ...listedValues(from)]) })
}

/** Names without types below a name without one may be the values that it takes. */
function listedValues(from: Branch): JsonNode[] {
  const untyped = (it: Branch) => it.children.size === 0 && it.fields.every(({ typeText }) => typeText === '')
  const own = from.fields.every(({ typeText }) => typeText === '')
  return own && [...from.children.values()].every(untyped)
    ? [object(from.range, { type: string(from.range, 'string') })]
    : []
}

function leaf(field: Field, linkOf: LinkOf): JsonNode {
  const { range, type } = field
  const format = formatOf(field)
  const link = linkOf(field)
  const isScalar = areScalars(type.kinds) || areScalars(type.items)
  if (link !== undefined && !isScalar) return linked(field, link)
  return object(range, {
    type: typeIn(field),
    items: type.items && object(range, { type: strings(range, type.items) }),
    format: format && string(range, format),
    maxLength: number(range, field.limits?.maxLength),
    minimum: number(range, field.limits?.minimum),
    maximum: number(range, field.limits?.maximum),
    enum: checkable(field) ? strings(range, field.values ?? []) : undefined,
  })
}

function typeIn({ type: { kinds = [] }, typeRange }: Field): JsonNode | undefined {
  const [first, another] = kinds
  if (first === undefined) return undefined
  return another === undefined ? string(typeRange, first) : strings(typeRange, kinds)
}

function listOf(range: Range, items: JsonNode): JsonNode {
  return object(range, { type: string(range, 'array'), items })
}

/** What a type says for itself is not told by where it leads: a list of strings may link to the words that they can be. */
function areScalars(kinds: Field['type']['kinds']): boolean {
  return kinds !== undefined && !kinds.includes('array') && !kinds.includes('object')
}

/** What is documented elsewhere: one of them, or a list. */
function linked({ range, type: { kinds } }: Field, link: NonNullable<ReturnType<LinkOf>>): JsonNode {
  const reference = object(range, { $ref: string(range, link.url) })
  // "Types", a list of words, may have a namesake that is a table of something else, and a link may lead to a table of words.
  const words = object(range, { type: strings(range, ['string', 'number']) })
  const item = link.guessed ? object(range, { anyOf: array(range, [reference, words]) }) : reference
  const list = listOf(range, item)
  if (kinds?.includes('array')) return list
  if (kinds?.includes('object')) return reference
  if (link.guessed) return object(range, { anyOf: array(range, [reference, list, words]) })
  // A bare link is "one of these" on one page and "a list of these" on the next.
  return object(range, { anyOf: array(range, [reference, link.single ? words : list]) })
}

/** Values listed beside a date or a number belong to another field, or are written in another way; "one of `a` or `b`" that names the field itself lists fields. */
function checkable({ path, values, type, format, typeText }: Field): boolean {
  const kinds = type.kinds ?? ['string']
  return (
    values !== undefined &&
    !values.some((it) => foldName(it) === foldName(path.at(-1) ?? '')) &&
    kinds.length === 1 &&
    kinds[0] === 'string' &&
    !/date|time|yyyy/i.test(`${format} ${typeText}`)
  )
}
