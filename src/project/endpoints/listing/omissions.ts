import { isExample } from '../../../facts/examples.ts'
import { shelve, shelveOnce } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import type { Document, Endpoint, EndpointRow, EndpointTable, Method } from '../../../types.ts'
import { once, onceEach } from '../../once.ts'
import { holds } from '../../ranges.ts'
import { titlesAround } from '../../sections.ts'
import type { EndpointIndex, Named } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Entry, Omission } from '../../types/listing.ts'
import type { Project } from '../../types/project.ts'
import { splitSegments } from '../paths.ts'
import { among, distinct, same } from '../same.ts'
import { leadsToRest, linkedFromRows } from './linked-rows.ts'
import { listedOtherwise } from './other-methods.ts'
import { listedElsewhere } from './other-paths.ts'
import { omittedPages } from './overviews.ts'
import { writeRow } from './row.ts'
import { staleMethods } from './stale-methods.ts'
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

function isOfExample({ facts }: Document, section: number): boolean {
  return titlesAround(facts.sections, section).some(isExample)
}

/** A call in the section of a table shows how one of its rows is used. */
function isBesideTable({ facts }: Document, { role, section }: Endpoint): boolean {
  const own = facts.sections[section]
  return role === 'sample' && own !== undefined && facts.endpointTables.some(({ range }) => holds(own.range, range[0]))
}

/** Rows of an index whose endpoint nothing in the project documents or calls, where most of its rows are on the same page. */
function stalePaths(index: EndpointIndex, project: Project, document: Document): Omission[] {
  const { endpoints, endpointTables } = document.facts
  const ofTables = endpointTables.flatMap(({ kind, rows }) => (kind === 'paths' ? [rows] : []))
  const listed = listedRows(endpoints)
  const tables = [...ofTables, listed].filter((rows) => rows.flatMap(pathsOf).length >= 3)
  if (tables.length === 0) return []
  const definitions = endpoints.filter(({ role }) => role === 'definition' || role === 'sample')
  const documented = among(index, distinct(definitions), (own, it: Named) => same(index, it, own))
  // Examples of some endpoints, below a table or on their own, are no documentation that the others lack: the table is what documents them.
  const documenting = definitions.filter((it) => !isOfExample(document, it.section) && !isBesideTable(document, it))
  if (documenting.length === 0) return []
  const isDocumented = among(index, distinct(documenting), (own, it: Named) => same(index, it, own))
  const called = definitions.filter(({ method }) => method !== undefined)
  const isNamed = among(index, distinct(called), (own, it: Named) => same(index, it, own))
  const isPrefix = leadsToRest(project, document, definitions)
  const open = tables.flatMap((rows) => {
    const own = rows.filter((it) => !isPrefix(it)).flatMap(pathsOf)
    const known = new Set(own.filter(documented))
    const strange = own.filter((it) => !known.has(it))
    const isAlone = onlyMethods(own)
    const told = [...known].filter((it) => isDocumented(it) && (isAlone(it) || isNamed(it)))
    return distinct(strange).length * 2 > distinct(told).length ? [] : strange
  })
  return open.flatMap((entry): Omission[] => {
    const elsewhere = index.matching(entry).some(({ definition }) => same(index, entry, definition))
    if (elsewhere || splitSegments(entry.path).length < 3) return []
    return [{ kind: 'row', entry, isListed: listed.some(({ range }) => range === entry.range) }]
  })
}

/** The bullets of a page that begin with an endpoint, be they in one list or in a list for each chapter. */
function listedRows(endpoints: readonly Endpoint[]): EndpointRow[] {
  const own = endpoints.filter(({ role, form }) => role === 'row' && form === 'list')
  return own.map(({ method, path, range }) => ({ range, entries: [{ method, path, range }], scopes: [], links: [] }))
}

/** A URL that nobody says how to call tells of its path, and not of each method that a table lists for it. */
function onlyMethods(rows: readonly Named[]): (row: Named) => boolean {
  const methods = new Map<string, Set<Method | undefined>>()
  for (const { path, method } of rows) shelveOnce(methods, path, method)
  return ({ path }) => methods.get(path)?.size === 1
}

function pathsOf({ entries }: EndpointRow): (Entry & Named)[] {
  return entries.flatMap((it) => (it.path === undefined ? [] : [{ ...it, path: it.path }]))
}
