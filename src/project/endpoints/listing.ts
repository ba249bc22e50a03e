import { byCodeUnit, splitPath } from '../../text.ts'
import type { Document, Endpoint, EndpointRow, EndpointTable, Method } from '../../types.ts'
import type { Project } from '../index.ts'
import type { EndpointGroup, EndpointIndex } from './index.ts'
import { sortedDocuments } from './index.ts'
import { suffixOffset } from './paths.ts'
import { writeRow, writeTable } from './writing.ts'

/** A text to insert into the document at hand. */
export interface Insertion {
  at: number
  text: string
}

/** A folder that documents endpoints and lists them nowhere. */
export interface Unlisted {
  folder: string
  groups: readonly EndpointGroup[]
  /** No folder of the project has a table: it is nobody's habit here. */
  nowhere: boolean
  table?: Insertion
}

/** An endpoint that the table which covers its neighbours leaves out. */
export type Omission =
  | { kind: 'path'; endpoint: Endpoint; group: EndpointGroup; table: EndpointTable; row?: Insertion }
  | { kind: 'method'; endpoint: Endpoint; group: EndpointGroup; scope: string; document: Document; row: EndpointRow }

export interface Listing {
  /** Set for the one document of a folder at which the missing table is reported. */
  missing(document: Document): Unlisted | undefined
  omissions(document: Document): readonly Omission[]
  /** Whether a table of the document's folder lists endpoints. */
  hasTable(document: Document): boolean
}

interface Folder {
  documents: Document[]
  groups: EndpointGroup[]
  hasTable: boolean
}

export function indexListing(project: Project, index: EndpointIndex): Listing {
  const folders = new Map<string, Folder>()
  for (const document of sortedDocuments(project)) {
    const { folder } = splitPath(document.path)
    const known = folders.get(folder) ?? { documents: [], groups: [], hasTable: false }
    known.documents.push(document)
    known.groups.push(...index.groups(document).filter(isReference))
    known.hasTable ||= lists(document)
    folders.set(folder, known)
  }
  const missing = new Map<Document, Unlisted>()
  for (const [document, it] of missingTables(folders, project)) missing.set(document, it)
  return {
    missing: (document) => missing.get(document),
    hasTable: ({ path }) => folders.get(splitPath(path).folder)?.hasTable === true,
    omissions: (document) => [
      ...omittedPaths(index, project, document),
      ...omittedMethods(index, folders.get(splitPath(document.path).folder)?.documents ?? [], document),
    ],
  }
}

function lists({ facts }: Document): boolean {
  return facts.endpointTables.length > 0 || facts.endpoints.some((it) => it.form === 'list')
}

/** What a reference says of an endpoint, and a guide or an announcement that names it in passing does not. */
function isReference({ document: { facts }, section, definitions, method }: EndpointGroup): boolean {
  const own = facts.sections[section]
  const inside = ({ range }: { range: readonly [number, number] }) =>
    own !== undefined && range[0] >= own.range[0] && range[0] < own.range[1]
  return (
    // What nobody says how to call is a deep link, or a page.
    (method !== undefined || definitions.some((it) => it.method !== undefined)) &&
    definitions.every((it) => it.form !== 'text' && it.path !== '/') &&
    (facts.scopeStatements.some(inside) || facts.schemas.some((it) => it.role === 'parameters' && inside(it)))
  )
}

/** A folder of two endpoints or more; where no folder has a table, only the largest speaks for all. */
function missingTables(folders: ReadonlyMap<string, Folder>, project: Project): [Document, Unlisted][] {
  const documented = [...folders].filter(([, { groups }]) => groups.length > 1)
  const nowhere = !documented.some(([, it]) => it.hasTable)
  const without = documented.filter(([, it]) => !it.hasTable)
  if (nowhere) without.sort((a, b) => b[1].groups.length - a[1].groups.length || byCodeUnit(a[0], b[0]))
  return without.slice(0, nowhere ? 1 : undefined).flatMap(([folder, it]) => {
    const document = it.documents.find(isOverview) ?? it.groups[0]?.document
    if (!document) return []
    const own = it.groups.filter((group) => group.document === document)
    const groups =
      own.length > 0 && own.length < it.groups.length
        ? [...own, ...it.groups.filter((g) => !own.includes(g))]
        : it.groups
    return [[document, { folder, groups, nowhere, table: writeTable(project, document, groups) }]]
  })
}

function isOverview({ path }: Document): boolean {
  return /(?:get(?:ting)?[-_ ]started|(?:^|\/)_?(?:index|readme|overview|introduction))\b[^/]*$/i.test(path)
}

/** Definitions that an index on the same page leaves out, though it has most of their neighbours. */
function omittedPaths(index: EndpointIndex, project: Project, document: Document): Omission[] {
  const groups = index.groups(document)
  const rows = document.facts.endpoints.filter((it) => it.role === 'row')
  if (rows.length < 2 || groups.length < 3) return []
  const anchors = new Set(document.facts.endpointTables.flatMap((it) => it.rows.flatMap((row) => row.links)))
  const open = groups.filter((group) => !group.definitions.some((it) => rows.some((row) => same(index, row, it))))
  const linked = open.filter((group) => !anchorsOf(group).some((id) => anchors.has(`#${id}`)))
  if (open.length * 2 >= groups.length) return []
  return linked.flatMap((group): Omission[] => {
    const endpoint = group.definitions.find((it) => it.method !== undefined)
    const table = endpoint && nearestTable(document, endpoint)
    return endpoint && table
      ? [{ kind: 'path', endpoint, group, table, row: writeRow(project, table, group, endpoint) }]
      : []
  })
}

function same(index: EndpointIndex, row: Endpoint, definition: Endpoint): boolean {
  if (row.method !== undefined && definition.method !== undefined && row.method !== definition.method) return false
  const mine = index.path(definition).variants
  return index.path(row).variants.some((it) => mine.some((own) => suffixOffset(own, it) !== undefined))
}

export function anchorsOf({ document, section }: EndpointGroup): string[] {
  return document.facts.anchors.filter((it) => it.section === section).map(({ id }) => id)
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
    if (
      !first ||
      !endpoint ||
      known.length < new Set(scopes).size ||
      known.some((it) => grants(it, group.method ?? ''))
    )
      return []
    return [{ kind: 'method', endpoint, group, scope: first.name, document: first.document, row: first.row }]
  })
}

interface Usage {
  document: Document
  row: EndpointRow
}

function hasUsage({ facts }: Document): boolean {
  return facts.endpointTables.some((it) => it.kind !== 'paths' && it.rows.some(({ scopes }) => scopes.length > 0))
}

function usageRows(documents: readonly Document[]): Map<string, Usage[]> {
  const rows = new Map<string, Usage[]>()
  for (const document of documents) {
    for (const row of document.facts.endpointTables.filter((it) => it.kind !== 'paths').flatMap((it) => it.rows)) {
      const [scope] = row.scopes
      if (scope !== undefined) rows.set(scope, [...(rows.get(scope) ?? []), { document, row }])
    }
  }
  return rows
}

/** Who may write may read: a row rarely repeats it. A row that names no method grants what it likes. */
function grants({ name, row }: Usage & { name: string }, method: Method): boolean {
  if (row.entries.length === 0 || row.entries.some((it) => it.method === method)) return true
  return method === 'GET' && /readwrite$/i.test(name)
}
