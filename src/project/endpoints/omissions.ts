import { splitPath } from '../../text.ts'
import type { Document, Endpoint, EndpointRow, EndpointTable, Method } from '../../types.ts'
import type { Project } from '../index.ts'
import type { EndpointGroup, EndpointIndex } from './index.ts'
import { linkedFromRows } from './linked-rows.ts'
import type { Insertion } from './listing.ts'
import { splitSegments } from './paths.ts'
import { among, same, type WithPath } from './same.ts'
import { type Unscoped, unscopedMethods } from './unscoped.ts'
import { writeRow } from './writing.ts'

type Entry = EndpointRow['entries'][number]

/** What a table and the sections that it covers do not agree on. */
export type Omission =
  | { kind: 'path'; endpoint: Endpoint; group: EndpointGroup; table: EndpointTable; row?: Insertion }
  | { kind: 'method'; endpoint: Endpoint; group: EndpointGroup; scope: string; document: Document; row: EndpointRow }
  /** A row whose endpoint no section documents. */
  | { kind: 'row'; entry: Entry; scope?: string }
  | Unscoped

export function indexOmissions(
  project: Project,
  index: EndpointIndex,
  folders: ReadonlyMap<string, readonly Document[]>,
): (document: Document) => readonly Omission[] {
  return (document) => {
    const folder = folders.get(splitPath(document.path).folder) ?? []
    return [
      ...omittedPaths(index, project, document),
      ...omittedMethods(index, folder, document),
      ...unscopedMethods(index, document),
      ...document.facts.endpointTables.flatMap((it) => stalePaths(index, document, it)),
      ...staleMethods(index, folder, document),
    ]
  }
}

/** Definitions that an index on the same page leaves out, though it has most of their neighbours. */
function omittedPaths(index: EndpointIndex, project: Project, document: Document): Omission[] {
  const groups = index.groups(document)
  const rows = document.facts.endpoints.filter((it) => it.role === 'row')
  if (rows.length < 2 || groups.length < 3) return []
  const listed = among(index, rows, (row, it: Endpoint) => same(index, row, it))
  const isListed = (it: Endpoint) => listed(asAsked(it))
  const open = groups.filter((group) => !group.definitions.some(isListed))
  if (open.length * 2 >= groups.length) return []
  const isLinked = linkedFromRows(document, groups)
  const unlinked = open.filter((group) => !isLinked(group))
  return unlinked.flatMap((group): Omission[] => {
    const endpoint = group.definitions.find((it) => it.method !== undefined)
    const table = endpoint && nearestTable(document, endpoint)
    return endpoint && table
      ? [{ kind: 'path', endpoint, group, table, row: writeRow(project, table, group, endpoint) }]
      : []
  })
}

/** HEAD is what GET answers, without the answer: a table that lists one need not list the other. */
function asAsked(it: Endpoint): Endpoint {
  return it.method === 'HEAD' ? { ...it, method: 'GET' } : it
}

/** The index that stands last before the endpoint. */
function nearestTable({ facts }: Document, { range }: Endpoint): EndpointTable | undefined {
  const tables = facts.endpointTables.filter((it) => it.kind === 'paths' && it.rows.length > 1)
  return tables.filter((it) => it.range[0] < range[0]).at(-1) ?? tables[0]
}

/** Methods that the usage tables of the page, or else of its folder, do not grant under the scope that the endpoint declares. */
function omittedMethods(index: EndpointIndex, folder: readonly Document[], document: Document): Omission[] {
  const groups = index.groups(document).filter((it) => it.method !== undefined)
  if (groups.length === 0) return []
  const required = document.facts.scopes.filter((it) => it.role === 'required')
  if (required.length === 0) return []
  const usage = usageRows(hasUsage(document) ? [document] : folder)
  return groups.flatMap((group): Omission[] => {
    const scopes = required.filter(({ section }) => index.of(document, section) === group).map(({ name }) => name)
    const known = scopes.flatMap((name) => (usage.get(name) ?? []).map((it) => ({ name, ...it })))
    const [first] = known
    const endpoint = group.definitions[0]
    // Two scopes may share the work, and a page that another one supplements has rows that we do not see.
    if (!first || !endpoint || known.length < new Set(scopes).size || known.some((it) => grants(index, it, group)))
      return []
    return [{ kind: 'method', endpoint, group, scope: first.name, document: first.document, row: first.row }]
  })
}

interface Usage {
  document: Document
  row: EndpointRow
}

function hasUsage({ facts }: Document): boolean {
  return facts.endpointTables.some(isUsage)
}

/** Rows that give scopes to methods, names or paths without a method; other paths are an index's. */
function isUsage({ kind, rows }: EndpointTable): boolean {
  return (
    rows.some(({ scopes }) => scopes.length > 0) &&
    (kind !== 'paths' || rows.every(({ entries }) => entries.every(({ method }) => method === undefined)))
  )
}

function usageRows(documents: readonly Document[]): Map<string, Usage[]> {
  const rows = new Map<string, Usage[]>()
  for (const document of documents) {
    for (const row of document.facts.endpointTables.filter(isUsage).flatMap((it) => it.rows)) {
      const [scope] = row.scopes
      if (scope !== undefined) rows.set(scope, [...(rows.get(scope) ?? []), { document, row }])
    }
  }
  return rows
}

/** Who may write may read: a row rarely repeats it. A row that names nothing grants what it likes. */
function grants(index: EndpointIndex, { name, row }: Usage & { name: string }, group: EndpointGroup): boolean {
  if (row.entries.length === 0 || row.entries.some((it) => isMeant(index, it, group))) return true
  return group.method === 'GET' && /readwrite$/i.test(name)
}

function isMeant(
  index: EndpointIndex,
  { method, path, name }: Entry,
  { definitions, ...group }: EndpointGroup,
): boolean {
  if (method !== undefined) return method === group.method
  if (path !== undefined) return definitions.some((it) => same(index, { path }, it))
  return name?.toLowerCase() === group.title.toLowerCase()
}

function isExample({ facts }: Document, section: number): boolean {
  for (let at = section; at > 0; at = facts.sections[at]?.parent ?? 0)
    if (/\bexamples?\b/i.test(facts.sections[at]?.title ?? '')) return true
  return false
}

/** Rows of an index whose endpoint nothing in the project documents or calls, where most of its rows are on the same page. */
function stalePaths(index: EndpointIndex, document: Document, { kind, rows }: EndpointTable): Omission[] {
  const entries = rows.flatMap((it) => it.entries.filter(({ path }) => path !== undefined))
  if (kind !== 'paths' || entries.length < 3) return []
  const definitions = document.facts.endpoints.filter(({ role }) => role === 'definition' || role === 'sample')
  const documented = among(index, definitions, (own, it: WithPath) => same(index, it, own))
  const open = entries.filter((it) => !documented({ ...it, path: it.path ?? '' }))
  if (open.length === 0 || open.length * 3 > entries.length) return []
  // Examples of some endpoints are no documentation that the others lack: the table is what documents them.
  if (definitions.every(({ section }) => isExample(document, section))) return []
  return open.flatMap((entry): Omission[] => {
    const path = entry.path ?? ''
    const elsewhere = index.matching({ path }).some(({ definition }) => same(index, { ...entry, path }, definition))
    return elsewhere || splitSegments(path).length < 3 ? [] : [{ kind: 'row', entry }]
  })
}

/** Methods of usage rows that no section has: neither on the page, all of whose sections say how they are called, nor elsewhere under the scope. */
function staleMethods(index: EndpointIndex, folder: readonly Document[], document: Document): Omission[] {
  const tables = document.facts.endpointTables.filter((it) => it.kind === 'methods' && isUsage(it))
  if (tables.length === 0) return []
  const own = index.groups(document)
  const groups = own.length > 0 ? own : folder.flatMap((it) => index.groups(it))
  if (groups.length < 2 || groups.some((it) => !it.method && it.definitions.some(({ method }) => !method))) return []
  const known = new Set(groups.flatMap(methodsOf))
  return tables.flatMap((table) =>
    table.rows.flatMap(({ entries, scopes: [scope] }) =>
      entries.flatMap((entry): Omission[] => {
        if (known.has(entry.method) || (scope && isAskedElsewhere(index, folder, scope, entry.method))) return []
        return [{ kind: 'row', entry, scope }]
      }),
    ),
  )
}

function methodsOf({ method, definitions }: EndpointGroup): (Method | undefined)[] {
  return [method, ...definitions.map((it) => it.method)]
}

function isAskedElsewhere(
  index: EndpointIndex,
  folder: readonly Document[],
  scope: string,
  method: Method | undefined,
): boolean {
  return folder.some((document) =>
    document.facts.scopes.some(({ name, role, section }) => {
      const group = role === 'required' && name === scope ? index.of(document, section) : undefined
      return group !== undefined && methodsOf(group).includes(method)
    }),
  )
}
