import { writes } from '../../../facts/methods.ts'
import { leadOf } from '../../../facts/schemas/announcements.ts'
import { onlyOne } from '../../../grouped.ts'
import { members } from '../../../parse/json.ts'
import type { Document, Sample, Schema } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { StrayParameter } from '../../types/parameters.ts'

/**
 * `comment`, the only row below "Query parameters", where the call of the section has no query, and a body of that one name. Of a longer list
 * the first row tells it; a body that has more or less than the list may be documented elsewhere.
 */
export function inBodyInstead(index: EndpointIndex, document: Document): StrayParameter[] {
  const { schemas, samples } = document.facts
  return schemas.flatMap((schema): StrayParameter[] => {
    const [first] = schema.fields
    const group = isOfQuery(schema, document) ? index.of(document, schema.section) : undefined
    const definition = group && onlyOne(group.definitions)
    if (!first || !definition) return []
    const all = [definition, ...group.samples]
    const bodies = index.within(group, samples).filter(isSent)
    const names = namesOf(schema.fields.map(({ path }) => path.join('.')))
    const isAll = bodies.length > 0 && bodies.every((it) => namesOf(members(it.json).map(({ key }) => key)) === names)
    const isOnly = onlyOne(index.within(group, schemas).filter(({ role }) => role === 'parameters')) === schema
    if (
      !isAll ||
      !isOnly ||
      all.some(({ query = '' }) => query !== '') ||
      !group.samples.some(({ method }) => writes(method))
    )
      return []
    const { path, nameRange: range } = first
    return [{ name: path.join('.'), range, endpoint: group.samples[0] ?? definition, isInBody: true }]
  })
}

function isOfQuery({ role, section, fields, range }: Schema, { facts, text }: Document): boolean {
  if (role !== 'parameters' || fields.some(({ path }) => path.length > 1)) return false
  const places = fields.map(({ place = '' }) => place)
  if (places.some((it) => it !== '')) return places.every((it) => /^\W*query\W*$/i.test(it))
  const lead = leadOf(text, range[0]).split('\n').at(-1) ?? ''
  return [lead, facts.sections[section]?.title ?? ''].some((it) => ofQuery.test(it))
}

/** Nothing else but the query: "Query parameters:", and no "Query or body parameters". */
const ofQuery = /^\W*(?:(?:url|optional|required|supported) )?query(?:[ -]?string)? param(?:eter)?s?\W*$/i

function isSent({ role, container, json }: Sample): boolean {
  return role === 'request' && (container === 'http' || container === 'curl') && json?.kind === 'object'
}

function namesOf(names: readonly string[]): string {
  return [...new Set(names)].sort().join(' ')
}
