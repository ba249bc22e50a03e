import { writes } from '../../../facts/methods.ts'
import { onlyOne } from '../../../grouped.ts'
import { keysIn } from '../../../parse/json.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { foldName } from '../../../schema/keys.ts'
import { someOf } from '../../../text.ts'
import type { Document, Sample, Schema } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import { shownBy } from '../context.ts'
import { isTaken, leadingLine } from './agreement.ts'
import { answeredApart } from './answered-apart.ts'
import { placesOf, takesBody } from './bodies.ts'
import { isFieldValue } from './field-values.ts'
import type { SchemaLinks } from './types.ts'

/** What a call's section shows, and what it documents right there, have nothing in common: one of the two was copied from another call. */
export function disjoint(document: Document, sample: Sample, links: SchemaLinks): Contradiction[] {
  return [...takenApart(document, sample, links), ...answeredApart(document, sample, links)]
}

/** The one body, and the one table of what the call takes. */
function takenApart(document: Document, sample: Sample, links: SchemaLinks): Contradiction[] {
  const json = shownBy(sample)
  if (json?.kind !== 'object' || json.elided || json.members.length === 0 || sample.tolerated.length > 0) return []
  if (isFieldValue(document, sample, json)) return []
  const { role, failing } = links.context(document, sample)
  const call = role === 'request' && !failing ? links.call(document, sample.section) : undefined
  const [definition] = call?.definitions ?? []
  if (!call || !definition || !writes(definition.method ?? call.method)) return []
  const { facts } = document
  const range = facts.sections[call.section]?.range
  if (!range) return []
  const others = inside(facts.samples, range).filter((it) => it !== sample)
  if (others.some((it) => links.context(document, it).role !== 'response')) return []
  const table = onlyOne(inside(facts.schemas, range).filter((it) => links.about(document, it).way !== 'response'))
  if (!table || !isOfBody(document, table, links)) return []
  const names = table.fields.map(({ path }) => path.filter((it) => it !== '[]').map(foldName))
  const inPath = new Set(Array.from(placesOf(definition.path), foldName))
  const shown = new Set(keysIn(json).map(foldName))
  if (names.flat().some((it) => inPath.has(it) || shown.has(it))) return []
  const says = someOf(table.fields.map(({ path }) => path.join('.')))
  const shows = someOf(json.members.map(({ key }) => key))
  return [{ kind: 'apart', at: json.range, name: '', says, shows, place: links.schema(document, table) }]
}

function isOfBody(document: Document, table: Schema, links: SchemaLinks): boolean {
  const { fields, role } = table
  if (fields.length < 2 && !fields.some(({ required }) => required === 'yes')) return false
  if (/\b(?:path|query|headers?|ur[il])\b/i.test(leadingLine(document, table))) return false
  return role === 'parameters' ? takesBody(document, table) : isTaken(document, table, links)
}
