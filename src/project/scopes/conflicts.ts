import { getOrAdd, shelve } from '../../grouped.ts'
import type { Document, EndpointRow, Scope, Spot } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { written } from '../endpoints/paths.ts'
import { within } from '../ranges.ts'
import type { EndpointGroup } from '../types/groups.ts'
import type { Project } from '../types/project.ts'
import type { EndpointScopes, ScopeConflict } from '../types/scopes.ts'
import { areApart } from './likeness.ts'

/** By path: sections against sections, and sections against tables that give endpoints their scopes. */
export function findConflicts(project: Project, all: readonly EndpointScopes[]): Map<string, ScopeConflict[]> {
  const firsts = new Map<string, Asking>()
  const tabled = tabledScopes(project)
  const found = new Map<string, ScopeConflict[]>()
  for (const { group, scopes } of all) {
    const [scope] = scopes
    if (!scope) continue
    const own: Asking = {
      group,
      names: scopes.map(({ name }) => name),
      place: { path: group.document.path, at: scope.range },
    }
    const other = keysOf(project, group)
      .flatMap(({ key, open }) => [getOrAdd(firsts, key, () => own), tabled.get(open)])
      .find((it) => it !== undefined && it !== own && areApart(it.names, own.names))
    if (!other) continue
    const { path } = group.document
    const conflict = { group, at: scope.range, names: own.names, other: { names: other.names, place: other.place } }
    shelve(found, path, conflict)
  }
  return found
}

interface Asking {
  group?: EndpointGroup
  names: string[]
  place: Spot
}

/** Method and path with parameters unnamed, `GET /orders/{}`: with its host, and with any. */
function keysOf(project: Project, { definitions, method }: EndpointGroup): { key: string; open: string }[] {
  return definitions.flatMap((it) => {
    const open = keyOf(project, it.method ?? method, it.path)
    return open === undefined ? [] : [{ key: `${it.host ?? ''} ${open}${it.query ? '?' : ''}`, open }]
  })
}

function keyOf(project: Project, method: string | undefined, path: string): string | undefined {
  const { opaque, variants } = project.endpoints.path({ path })
  const [segments = [], another] = variants
  return !method || opaque || another || segments.length < 2 ? undefined : `${method} /${written(segments)}`
}

/** What the rows of endpoint tables ask for; where several rows hold one endpoint, all of it. */
function tabledScopes(project: Project): Map<string, Asking> {
  const found = new Map<string, Asking>()
  for (const document of sortedDocuments(project)) {
    const scopes = document.facts.scopes.filter(({ role }) => role === 'required' || role === 'usage')
    if (scopes.length === 0) continue
    for (const row of document.facts.endpointTables.flatMap((it) => it.rows))
      addRow(project, found, row, document, scopes)
  }
  return found
}

function addRow(
  project: Project,
  found: Map<string, Asking>,
  { range, entries }: EndpointRow,
  { path }: Document,
  scopes: readonly Scope[],
): void {
  const own = scopes.filter((it) => within(it.range, range))
  const [first] = own
  if (!first) return
  for (const entry of entries) {
    const key = entry.path === undefined ? undefined : keyOf(project, entry.method, entry.path)
    if (key === undefined) continue
    const row: Asking = getOrAdd(found, key, () => ({ names: [], place: { path, at: first.range } }))
    row.names.push(...own.map(({ name }) => name))
  }
}
