import { namesQuery } from '../../../facts/schemas/announcements.ts'
import { counted, grouped, onlyOne, shelve } from '../../../grouped.ts'
import type { Document, Endpoint, Schema } from '../../../types.ts'
import { onceEach } from '../../once.ts'

/** Of a call that no endpoint is made of: the table of its query. */
export type TableBeside = (call: Endpoint) => Schema | undefined

/**
 * Below a call that is alone in its section, a table of the query is its own. Where several stand around one table, it is theirs if they all
 * go to one place, and ask for two of its names at least.
 */
export function tablesBeside(document: Document): TableBeside {
  const { endpoints, schemas, sections } = document.facts
  const calls = counted(endpoints.map(({ section }) => section))
  const ownerOf = ({ section }: Schema) => (calls.has(section) ? section : (sections[section]?.parent ?? -1))
  const isOfQuery = ({ section }: Schema) => namesQuery.test(sections[section]?.title ?? '')
  const tables = grouped(
    schemas.filter(({ role }) => role === 'parameters'),
    ownerOf,
  )
  const asking = new Map<Schema, Endpoint[]>()
  const nearest = new Map<Endpoint, Schema>()
  for (const call of endpoints) {
    let at = call.section
    while (at > 0 && !tables.has(at)) at = sections[at]?.parent ?? -1
    const table = onlyOne(tables.get(at) ?? [])
    if (!table) continue
    nearest.set(call, table)
    shelve(asking, table, call)
  }
  const isOfAll = onceEach((table: Schema) => areOne(asking.get(table) ?? [], table))
  return (call) => {
    const only = onlyOne((calls.get(call.section) === 1 && tables.get(call.section)?.filter(isOfQuery)) || [])
    if (only) return only
    const table = nearest.get(call)
    return table && isOfAll(table) ? table : undefined
  }
}

function areOne(calls: readonly Endpoint[], { fields }: Schema): boolean {
  const names = new Set(fields.map(({ path }) => path.join('.')))
  const asked = new Set(calls.flatMap(keysOf).filter((it) => names.has(it)))
  return asked.size > 1 && new Set(calls.map(({ path }) => path.replace(/\/$/, ''))).size === 1
}

/** The names in the query of a call. */
export function keysOf({ query = '' }: Endpoint): string[] {
  return query.split('&').flatMap((it) => /^\??([A-Za-z_][\w-]*)=/.exec(it)?.[1] ?? [])
}
