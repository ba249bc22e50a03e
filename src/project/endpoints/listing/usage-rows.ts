import { shelve } from '../../../grouped.ts'
import type { Document, Endpoint, EndpointRow, EndpointTable } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { among, distinct, same } from '../same.ts'

/** A row that gives a scope to something. */
interface Usage {
  scope: string
  document: Document
  row: EndpointRow
}

export function hasUsage({ facts }: Document): boolean {
  return facts.endpointTables.some(isUsage)
}

/** Rows that give scopes to methods, names or paths without a method; other paths are an index's. */
export function isUsage({ kind, rows }: EndpointTable): boolean {
  return (
    rows.some(({ scopes }) => scopes.length > 0) &&
    (kind !== 'paths' || rows.every(({ entries }) => entries.every(({ method }) => method === undefined)))
  )
}

export function usageRows(documents: readonly Document[]): Map<string, Usage[]> {
  const rows = new Map<string, Usage[]>()
  for (const document of documents) {
    for (const row of document.facts.endpointTables.filter(isUsage).flatMap((it) => it.rows)) {
      const [scope] = row.scopes
      if (scope !== undefined) shelve(rows, scope, { scope, document, row })
    }
  }
  return rows
}

/** Whether rows of one scope grant what a section documents. Who may write may read: a row rarely repeats it. */
export function granted(index: EndpointIndex, usage: readonly Usage[]): (group: EndpointGroup) => boolean {
  // A row that names nothing grants what it likes.
  const isOpen = usage.some(({ row }) => row.entries.length === 0)
  const readsToo = /readwrite$/i.test(usage[0]?.scope ?? '')
  const entries = usage.flatMap(({ row }) => row.entries)
  const methods = new Set(entries.map(({ method }) => method))
  const others = entries.filter(({ method }) => method === undefined)
  const paths = others.flatMap(({ path }) => (path === undefined ? [] : [{ method: undefined, path }]))
  const names = new Set(others.flatMap(({ path, name }) => (path === undefined && name ? [name.toLowerCase()] : [])))
  const isListed = among(index, distinct(paths), (row, it: Endpoint) => same(index, row, it))
  return ({ method, title, definitions }) =>
    isOpen ||
    methods.has(method) ||
    names.has(title.toLowerCase()) ||
    (readsToo && method === 'GET') ||
    definitions.some(isListed)
}
