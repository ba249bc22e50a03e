import { getOrAdd, grouped, onlyOne } from '../../../grouped.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { derive } from '../../../schema/derive.ts'
import { judgeBy } from '../../../schema/judge.ts'
import { squash } from '../../../text.ts'
import type { Document, Field, JsonMember, JsonNode, Schema } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { TableBeside } from './beside.ts'
import { type QueryValue, valuesOf } from './written-queries.ts'

/** What stands for a value; a tilde, a bracket or a star may belong to a notation of the API. */
const standsFor = /[{}<>[\]()$%:*|…~"'`,;]|\.\.|^(?:xx|your|my|some|the|an?)(?![a-z])/
const judge = judgeBy((it) => it)

/** Values in queries of the calls of a page that are none of those, or not of the type, that the tables of their section tell. */
export function queryValues(
  index: EndpointIndex,
  document: Document,
  beside: (document: Document) => TableBeside,
): Contradiction[] {
  const asked = document.facts.endpoints.filter(({ query, role }) => query?.includes('=') && role !== 'row')
  if (asked.length === 0) return []
  const told = toldIn(index, document)
  return asked.flatMap((endpoint) => {
    const group = index.of(document, endpoint.section)
    const own = group ? told.get(group) : named(tolds(beside(document)(endpoint)))
    if (!own || (group && endpoint.role !== 'definition' && !index.calls.matches(endpoint))) return []
    return valuesOf(endpoint, document.text).flatMap((it) => {
      // Two rows of one name describe two things.
      const only = onlyOne(own.get(it.name) ?? [])
      return only ? judged(it, only, document) : []
    })
  })
}

interface Told {
  field: Field
  schema: Schema
}

function toldIn(index: EndpointIndex, document: Document): ReadonlyMap<EndpointGroup, ReadonlyMap<string, Told[]>> {
  const tables = new Map<EndpointGroup, Told[]>()
  for (const schema of document.facts.schemas) {
    const group = schema.role === 'parameters' ? index.of(document, schema.section) : undefined
    const own = group && getOrAdd(tables, group, () => [])
    own?.push(...tolds(schema))
  }
  return new Map(Array.from(tables, ([group, all]) => [group, named(all)]))
}

function tolds(schema: Schema | undefined): Told[] {
  return schema?.fields.map((field) => ({ field, schema })) ?? []
}

function named(all: readonly Told[]): ReadonlyMap<string, Told[]> {
  return grouped(all, ({ field }) => field.path.join('.'))
}

function judged(value: QueryValue, { field, schema }: Told, { path }: Document): Contradiction[] {
  const members = memberOf(value, field)
  if (members.length === 0) return []
  const place = { path, node: derive({ ...schema, fields: [field] }, () => undefined) }
  return judge({ kind: 'object', members, range: value.range }, place).filter(({ kind }) => kinds.has(kind))
}

const kinds: ReadonlySet<Contradiction['kind']> = new Set(['type', 'value', 'format', 'limit'])

/** A query knows no types: what a value is depends on what it is to be. */
function memberOf({ name, value, range }: QueryValue, field: Field): JsonMember[] {
  const types = field.type.kinds
  if (field.place === 'path' || standsFor.test(value) || name.includes(value) || isName(value, field)) return []
  // How a query writes what has parts is the API's own matter.
  if (types?.some((it) => it === 'object' || it === 'array')) return []
  const member = (node: JsonNode): JsonMember[] => [{ key: name, keyRange: range, value: node }]
  if (types?.includes('number') && /^-?\d{1,15}(?:\.\d+)?$/.test(value))
    return member({ kind: 'number', value: Number(value), range })
  if (types?.includes('boolean') && /^(?:true|false)$/i.test(value))
    return member({ kind: 'boolean', value: /^true$/i.test(value), range })
  if (types?.includes('boolean') && /^(?:[01]|yes|no|on|off)$/i.test(value)) return []
  return member({ kind: 'string', value, range })
}

/** `POT_ID` is filled in, but where values are written so themselves: of them, it would be one. */
function isName(value: string, { values = [], path }: Field): boolean {
  if (!/^[A-Z][A-Z_]+$/.test(value)) return false
  return !values.some((it) => /^[A-Z][A-Z_]+$/.test(it)) || squash(value).includes(squash(path.join('.')))
}
