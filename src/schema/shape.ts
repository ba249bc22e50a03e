import { getOrAdd } from '../grouped.ts'
import { isFalse, items, member, members, text } from '../parse/json.ts'
import type { JsonNode } from '../types.ts'
import { merged } from './merge.ts'
import type { Place, Resolve } from './place.ts'

/** What a schema says of a value: read once, for lists show many values of one schema. */
export interface Shape {
  place: Place
  types: readonly string[] | undefined
  /** The values that it lists. */
  values?: readonly JsonNode[]
  /** How it writes a string: `date`, `date-time`; or a number: `decimal`. */
  format?: string
  /** How many characters a string has at most. */
  maxLength?: number
  /** The least and the greatest number that a value may be. */
  minimum?: number
  maximum?: number
  items?: Place
  properties?: ReadonlyMap<string, Place>
  required: readonly JsonNode[]
  /** Whether an object has no properties besides those. */
  closed: boolean
}

export interface Shapes {
  /** What a schema says of a value of that kind; references followed, parts put together. */
  meant(schema: Place, kind: JsonNode['kind']): Shape | undefined
  /** What it says itself; references followed. */
  own(schema: Place): Shape | undefined
}

/** What a schema says of a value of each kind. */
type Choose = (kind: JsonNode['kind']) => Shape | undefined

export function indexShapes(resolve: Resolve): Shapes {
  const choices = new Map<JsonNode, Choose>()
  const shapes = new Map<JsonNode, Shape | undefined>()
  return { own, meant }

  function own(schema: Place): Shape | undefined {
    if (!shapes.has(schema.node)) {
      const place = resolve(schema)
      shapes.set(schema.node, place && shapeOf(place))
    }
    return shapes.get(schema.node)
  }

  function meant(schema: Place, kind: JsonNode['kind']): Shape | undefined {
    return getOrAdd(choices, schema.node, () => chooser(resolve(schema), resolve, own))(kind)
  }
}

function chooser(place: Place | undefined, resolve: Resolve, own: Shapes['own']): Choose {
  if (place?.node.kind !== 'object') return () => undefined
  if (!place.node.members.some(({ key }) => composing.has(key))) return always(place)
  const whole = merged(place, resolve)
  if (!whole || member(whole.node, 'not')) return () => undefined
  const alternatives = member(whole.node, 'anyOf') ?? member(whole.node, 'oneOf')
  if (alternatives?.kind !== 'array') return always(whole)
  const all = alternatives.items.flatMap((node) => own({ path: whole.path, node }) ?? [])
  return oneOf(all, all.length === alternatives.items.length)
}

function always(place: Place): Choose {
  const shape = shapeOf(place)
  return () => shape
}

/** Of alternatives only the one that can be meant is looked at: the rest cannot be told. */
function oneOf(all: readonly Shape[], areAllKnown: boolean): Choose {
  return (kind) => {
    const fitting = all.filter(({ types }) => types?.includes(kind) ?? true)
    // A list, or a number, is none of them: held against the first, it is said to be one.
    const isStranger = areAllKnown && fitting.length === 0 && isNone(kind, all)
    return fitting.length === 1 || isStranger ? (fitting[0] ?? all[0]) : undefined
  }
}

/** A word may stand for an object, and a number for a row in a list of numbers; where the rows have types, they are members. */
function isNone(kind: JsonNode['kind'], [first]: readonly Shape[]): boolean {
  if (kind === 'array') return true
  const properties = [...(first?.properties?.values() ?? [])]
  return (kind === 'number' || kind === 'boolean') && properties.some(({ node }) => member(node, 'type') !== undefined)
}

function number(node: JsonNode | undefined): number | undefined {
  return node?.kind === 'number' ? Number(node.value) : undefined
}

const composing = new Set(['allOf', 'anyOf', 'oneOf', 'not'])

function shapeOf(place: Place): Shape {
  const { path, node } = place
  const said = new Map(members(node).map(({ key, value }) => [key, value]))
  const item = said.get('items')
  const properties = said.get('properties')
  const values = said.get('enum')
  const additional = said.get('additionalProperties')
  return {
    place,
    types: typesOf(node),
    values: values?.kind === 'array' ? values.items : undefined,
    format: text(said.get('format')),
    maxLength: number(said.get('maxLength')),
    minimum: number(said.get('minimum')),
    maximum: number(said.get('maximum')),
    items: item && { path, node: item },
    properties:
      properties?.kind === 'object'
        ? new Map(properties.members.map(({ key, value }) => [key, { path, node: value }]))
        : undefined,
    required: items(said.get('required')),
    closed: (additional === undefined || isFalse(additional)) && !said.has('patternProperties'),
  }
}

const jsonTypes = new Set(['string', 'number', 'boolean', 'object', 'array', 'null'])

/** JSON types that a schema allows; `undefined` for any. */
export function typesOf(schema: JsonNode): string[] | undefined {
  const type = member(schema, 'type')
  const names = type?.kind === 'array' ? type.items.map(text) : type ? [text(type)] : []
  const known = names.flatMap((it) => (it === 'integer' ? ['number'] : it === undefined ? [] : [it]))
  // `file` and words that are no types of JSON say nothing that can be told.
  if (known.length > 0) return known.every((it) => jsonTypes.has(it)) ? known : undefined
  return member(schema, 'properties') ? ['object'] : undefined
}
