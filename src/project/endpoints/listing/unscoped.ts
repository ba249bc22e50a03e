import { onlyOne } from '../../../grouped.ts'
import type { Document, EndpointTable } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { Unscoped } from '../../types/listing.ts'

/**
 * A page that gives scopes to methods in one table, and says nothing of scopes elsewhere: who calls a method that the table
 * lacks cannot know what to ask for. Each method once.
 */
export function unscopedMethods(index: EndpointIndex, document: Document): Unscoped[] {
  const { endpointTables, scopes, scopeStatements } = document.facts
  const table = onlyOne(endpointTables.filter(({ kind }) => kind === 'methods'))
  if (!table?.rows.every(isComplete) || index.of(document, table.section)) return []
  if (scopes.some(({ role }) => role === 'required') || scopeStatements.some((it) => it.section !== table.section))
    return []
  const groups = index.groups(document)
  if (groups.length < 2 || groups.some(({ method }) => method === undefined)) return []
  const seen = new Set(table.rows.flatMap(({ entries }) => entries.map(({ method }) => method)))
  return groups.flatMap((group): Unscoped[] => {
    const [endpoint] = group.definitions
    if (!endpoint || seen.has(group.method)) return []
    seen.add(group.method)
    return [{ kind: 'unscoped', endpoint, group, table }]
  })
}

/** A row that names no scope or no method may stand for anything. */
function isComplete({ scopes, entries }: EndpointTable['rows'][number]): boolean {
  return scopes.length > 0 && entries.length > 0 && entries.every(({ method }) => method !== undefined)
}
