import { sectionsAround } from '../../../facts/sections.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { Bare } from '../../types/listing.ts'
import { sectionTables } from './section-table.ts'

/** House style of a page: from nine sections in ten on, the one without a table is the exception. */
export function withoutTable(index: EndpointIndex, document: Document): Bare[] {
  const groups = index.groups(document)
  const inTables = groups.filter((it) => it.definitions.every(({ form }) => form === 'table')).length
  if (inTables < 3 || inTables < groups.length) return []
  const { sections } = document.facts
  const depths = new Set(groups.map((it) => sections[it.section]?.depth))
  const bare = new Map<number, Endpoint>()
  for (const it of index.strayCalls(document)) {
    const at = sectionsAround(sections, it.section).find((around) => depths.has(sections[around]?.depth))
    if (at !== undefined && !bare.has(at)) bare.set(at, it)
  }
  if (bare.size * 9 > inTables) return []
  const tableOf = sectionTables(index, document)
  return [...bare].flatMap(([at, definition]) => {
    const section = sections[at]
    if (!section) return []
    const table = tableOf(at, definition)
    return [{ title: section.title.trim(), heading: section.heading, definition, others: inTables, table }]
  })
}
