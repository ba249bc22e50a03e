import { writes } from '../../../facts/methods.ts'
import { onlyOne } from '../../../grouped.ts'
import { isLeftOut, type JsonObject, keysIn, nodesIn } from '../../../parse/json.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { foldName } from '../../../schema/keys.ts'
import { someOf } from '../../../text.ts'
import type { Document, Sample, Schema } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import { leadingLine } from '../../sections.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { shownBy } from '../context.ts'
import { adjoin, isTaken } from './agreement.ts'
import { isBesideBody, placesOf, takesBody } from './bodies.ts'
import { isFieldValue } from './field-values.ts'
import type { SchemaLinks } from './types.ts'

/** The one sample of its role in a call's section. */
interface Shown {
  document: Document
  sample: Sample
  json: JsonObject
  call: EndpointGroup
  links: SchemaLinks
}

/** By the role of a sample: what the others of its section are, which tables may tell of it, and whether the only one does. */
const ways = {
  request: { kind: 'apart', other: 'response', mayTell: () => true, tells: tellsOfBody },
  response: {
    kind: 'answered',
    other: 'request',
    mayTell: ({ role }: Schema) => role === 'object',
    tells: tellsOfAnswer,
  },
} as const

/** What a call's section shows, and what it documents right there, have nothing in common: one of the two was copied from another call. */
export function disjoint(document: Document, sample: Sample, links: SchemaLinks): Contradiction[] {
  const json = shownBy(sample)
  if (json?.kind !== 'object' || json.elided || json.members.length === 0) return []
  const { role, failing } = links.context(document, sample)
  if (role === 'unknown' || failing) return []
  const call = links.call(document, sample.section)
  const range = call && document.facts.sections[call.section]?.range
  if (!range) return []
  const { kind, other, mayTell, tells } = ways[role]
  const others = inside(document.facts.samples, range).filter((it) => it !== sample)
  if (others.some((it) => links.context(document, it).role !== other)) return []
  const tables = inside(document.facts.schemas, range)
  const table = onlyOne(tables.filter((it) => mayTell(it) && links.about(document, it).way !== other))
  if (!table || !tells({ document, sample, json, call, links }, table)) return []
  const shown = new Set(keysIn(json).map(foldName))
  if (table.fields.some(({ path }) => path.some((it) => shown.has(foldName(it))))) return []
  const says = someOf(table.fields.map(({ path }) => path.join('.')))
  const shows = someOf(json.members.map(({ key }) => key))
  return [{ kind, at: json.range, name: '', says, shows, place: links.schema(document, table) }]
}

/** What a call that writes takes, and none of that in its path. */
function tellsOfBody({ document, sample, json, call, links }: Shown, table: Schema): boolean {
  const [definition] = call.definitions
  if (!definition || !writes(definition.method ?? call.method)) return false
  if (sample.tolerated.length > 0 || isFieldValue(document, sample, json)) return false
  const { fields, role } = table
  if (fields.length < 2 && !fields.some(({ required }) => required === 'yes')) return false
  if (isBesideBody.test(leadingLine(document, table))) return false
  const inPath = new Set(Array.from(placesOf(definition.path), foldName))
  if (fields.some(({ path }) => path.some((it) => inPath.has(foldName(it))))) return false
  return role === 'parameters' ? takesBody(document, table) : isTaken(document, table, links)
}

/** The answer stands right above its table, and is whole, or has one list where the table is one. */
function tellsOfAnswer({ document, sample, json }: Shown, table: Schema): boolean {
  if (table.range[0] < sample.range[0] || !adjoin(document, table, sample)) return false
  const isWhole = sample.tolerated.length === 0 && !nodesIn(json).some(isLeftOut)
  return isWhole || isListNamedOtherwise(json, table)
}

/** `"lids": [ … ]`, the one list of the answer, above a table of one row, which is a list. */
function isListNamedOtherwise({ members }: JsonObject, { fields }: Schema): boolean {
  const lists = members.filter(({ value }) => value.kind === 'array')
  const isFlat = members.every(({ value }) => !/^(?:object|unknown)$/.test(value.kind))
  return isFlat && lists.length === 1 && onlyOne(onlyOne(fields)?.type.kinds ?? []) === 'array'
}
