import { shelve } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import type { Document, Endpoint, EndpointTable } from '../../../types.ts'
import { once, onceEach } from '../../once.ts'
import type { EndpointIndex, Named } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Omission } from '../../types/listing.ts'
import type { Project } from '../../types/project.ts'
import { among, distinct, same } from '../same.ts'
import { linkedFromRows } from './linked-rows.ts'
import { listedOtherwise } from './other-methods.ts'
import { listedElsewhere } from './other-paths.ts'
import { omittedPages } from './overviews.ts'
import { writeRow } from './row.ts'
import { staleMethods } from './stale-methods.ts'
import { stalePaths } from './stale-paths.ts'
import { unscopedMethods } from './unscoped.ts'
import { granted, hasUsage, usageRows } from './usage-rows.ts'

export function indexOmissions(
  project: Project,
  index: EndpointIndex,
  folders: ReadonlyMap<string, readonly Document[]>,
): (document: Document) => readonly Omission[] {
  const ofPages = once(() => omittedPages(project, index, folders))
  return (document) => {
    const folder = folders.get(splitPath(document.path).folder) ?? []
    const elsewhere = listedElsewhere(index, document)
    const found = new Set(elsewhere.flatMap((it) => (it.kind === 'path' ? it.endpoint : [])))
    const omitted = [
      ...elsewhere,
      ...omittedPaths(index, project, document).filter((it) => it.kind !== 'path' || !found.has(it.endpoint)),
    ]
    const told = new Set(omitted.flatMap((it) => (it.kind === 'path' && it.listed ? keyOf(it.listed) : [])))
    return [
      ...omitted,
      ...(ofPages().get(document) ?? []),
      ...omittedMethods(index, folder, document),
      ...unscopedMethods(index, document),
      ...stalePaths(index, project, document).filter((it) => it.kind !== 'row' || !told.has(keyOf(it.entry))),
      ...staleMethods(index, folder, document),
    ]
  }
}

function keyOf({ method, path }: Partial<Named>): string {
  return `${method} ${path}`
}

/** Definitions that an index on the same page leaves out, though it has most of their neighbours. */
function omittedPaths(index: EndpointIndex, project: Project, document: Document): Omission[] {
  const groups = index.groups(document)
  const own = document.facts.endpoints.filter((it) => it.role === 'row')
  const rows: Named[] = [...own, ...pathRows(document)]
  if (rows.length < 2 || groups.length < 3) return []
  const listed = among(index, distinct(rows), (row, it: Endpoint) => same(index, row, it))
  const isListed = (it: Endpoint) => listed(asAsked(it))
  const open = groups.filter((group) => !group.definitions.some(isListed))
  if (open.length * 2 >= groups.length) return []
  const isLinked = linkedFromRows(project, document, groups)
  const unlinked = open.filter((group) => !isLinked(group))
  if (unlinked.length === 0) return []
  const otherwise = listedOtherwise(index, own, groups)
  return unlinked.flatMap((group): Omission[] => {
    const endpoint = group.definitions.find((it) => it.method !== undefined)
    const table = endpoint && nearestTable(document, endpoint)
    if (!endpoint || !table) return []
    const listed = otherwise(endpoint)
    const row = listed ? undefined : writeRow(project, table, group, endpoint)
    return [{ kind: 'path', endpoint, group, table, row, listed }]
  })
}

/** What tables list by their paths alone: whatever method it has. Where any of them names a method, all are read with theirs. */
function pathRows({ facts }: Document): Named[] {
  return facts.endpointTables.flatMap(({ rows }) => {
    const all = rows.map(({ entries }) =>
      entries.flatMap(({ method, name, path }) => (path && !method && !name ? { path } : [])),
    )
    return all.every((it, at) => it.length > 0 && it.length === rows[at]?.entries.length) ? all.flat() : []
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
  const grants = onceEach((scope: string) => granted(index, usage.get(scope) ?? []))
  const asked = new Map<EndpointGroup, string[]>()
  for (const { name, section } of required) {
    const group = index.of(document, section)
    if (group) shelve(asked, group, name)
  }
  return groups.flatMap((group): Omission[] => {
    const scopes = [...new Set(asked.get(group))]
    const known = scopes.flatMap((name) => usage.get(name) ?? [])
    const [first] = known
    const endpoint = group.definitions[0]
    // Two scopes may share the work, and a page that another one supplements has rows that we do not see.
    if (!first || !endpoint || known.length < scopes.length || scopes.some((it) => grants(it)(group))) return []
    const { scope, document: other, row } = first
    return [{ kind: 'method', endpoint, group, scope, document: other, row }]
  })
}
