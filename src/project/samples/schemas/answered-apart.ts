import { onlyOne } from '../../../grouped.ts'
import { keysIn, nodesIn } from '../../../parse/json.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { foldName } from '../../../schema/keys.ts'
import { someOf } from '../../../text.ts'
import type { Document, JsonNode, Sample, Schema } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import { shownBy } from '../context.ts'
import { adjoin } from './agreement.ts'
import type { SchemaLinks } from './types.ts'

/** The one answer that a call's section shows, and the one table right below it. */
export function answeredApart(document: Document, sample: Sample, links: SchemaLinks): Contradiction[] {
  const json = shownBy(sample)
  if (json?.kind !== 'object' || json.elided || json.members.length === 0) return []
  const { role, failing } = links.context(document, sample)
  const call = role === 'response' && !failing ? links.call(document, sample.section) : undefined
  const { facts } = document
  const range = call && facts.sections[call.section]?.range
  if (!range) return []
  const others = inside(facts.samples, range).filter((it) => it !== sample)
  if (others.some((it) => links.context(document, it).role !== 'request')) return []
  const isOfAnswer = (it: Schema) => it.role === 'object' && links.about(document, it).way !== 'request'
  const table = onlyOne(inside(facts.schemas, range).filter(isOfAnswer))
  if (!table || table.range[0] < sample.range[0] || !adjoin(document, table, sample)) return []
  const shown = new Set(keysIn(json).map(foldName))
  if (table.fields.some(({ path }) => path.some((it) => shown.has(foldName(it))))) return []
  if (!isWhole(json, sample) && !isListNamedOtherwise(json, table)) return []
  const says = someOf(table.fields.map(({ path }) => path.join('.')))
  const shows = someOf(json.members.map(({ key }) => key))
  return [{ kind: 'answered', at: json.range, name: '', says, shows, place: links.schema(document, table) }]
}

function isWhole(json: JsonNode, { tolerated }: Sample): boolean {
  return tolerated.length === 0 && !nodesIn(json).some((it) => it.kind === 'unknown' || ('elided' in it && it.elided))
}

/** `"lids": [ … ]`, the one list of the answer, above a table of one row, which is a list. */
function isListNamedOtherwise(json: JsonNode, { fields }: Schema): boolean {
  const field = onlyOne(fields)
  const lists = json.kind === 'object' ? json.members.filter(({ value }) => value.kind === 'array') : []
  const isFlat = json.kind === 'object' && json.members.every(({ value }) => !/^(?:object|unknown)$/.test(value.kind))
  return isFlat && lists.length === 1 && onlyOne(field?.type.kinds ?? []) === 'array'
}
