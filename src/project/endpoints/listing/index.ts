import { counted, grouped } from '../../../grouped.ts'
import { isOverview, splitPath } from '../../../paths.ts'
import { byCodeUnit } from '../../../text.ts'
import type { Document, EndpointTable, Range } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { once, onceEach } from '../../once.ts'
import { holds } from '../../ranges.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Listing, Unlisted } from '../../types/listing.ts'
import type { Project } from '../../types/project.ts'
import { operationOf } from '../paths.ts'
import { ofTabledApis } from './apis.ts'
import { withoutTable } from './bare-samples.ts'
import { linkedCalls, linkedFromAbove } from './linked-rows.ts'
import { indexOmissions } from './omissions.ts'
import { usageWriter } from './usage-table.ts'
import { distinct, writeTable } from './writing.ts'

interface Folder {
  documents: Document[]
  /** What no table lists, nor the contents of its page. */
  open: EndpointGroup[]
  listed: number
  /** With what has no table, but the contents of its page or a matrix. */
  total: number
  /** What a guide or a stub says of more endpoints is no reason for a table, which would list them all the same. */
  isMore: boolean
}

export function indexListing(project: Project, index: EndpointIndex): Listing {
  const byFolder = grouped(sortedDocuments(project), ({ path }) => splitPath(path).folder)
  const listed = new Set<Document>()
  const folders = new Map<string, Folder>()
  const contents = onceEach((it: Document) => linkedFromAbove(project, it, index.groups(it)))
  const isInContents = (it: EndpointGroup) => contents(it.document)(it)
  const linked = once(() => new Set(linkedCalls(project.documents.values()).map(operationOf)))
  const isLinked = (it: EndpointGroup) => keysOf(it).some((key) => linked().has(key))
  for (const [name, documents] of byFolder) {
    for (const it of withTables(index, documents)) listed.add(it)
    const every = documents.flatMap((it) => index.groups(it))
    const groups = every.filter(isReference)
    const tables = documents.flatMap(({ facts }) => facts.endpointTables)
    const isOpen = inNone([...tables.filter(isIndex).flatMap(keysOfRows), ...documents.flatMap(keysOfList)])
    const isInNoMatrix = inNone(tables.filter((it) => !isIndex(it)).flatMap(keysOfRows))
    const isUnlisted = (it: EndpointGroup) => !listed.has(it.document) && isOpen(it)
    const open = groups.filter(isUnlisted)
    const isLost = (it: EndpointGroup) => isInNoMatrix(it) && !isInContents(it) && !isLinked(it)
    const hasOverview = documents.some(({ path }) => isOverview(path))
    const owed = hasOverview ? open : ofTabledApis(open, groups, listed)
    const bare = openOf(owed, documents, listed)
    const count = groups.length - open.length
    const lost = bare.filter(isLost)
    const isMore = operations(every.filter((it) => isUnlisted(it) && isLost(it))) > lost.length
    folders.set(name, { documents, open: lost, listed: count, total: bare.length + count, isMore })
  }
  const missing = new Map(missingTables(folders, project))
  const omissions = indexOmissions(project, index, byFolder)
  return {
    missing: (document) => missing.get(document),
    hasTable: (document) => listed.has(document),
    omissions,
    withoutTable: (document) => withoutTable(index, document),
  }
}

/** Method and path, whatever the parameters are called: any table of the folder may hold the endpoint. */
function keysOf({ definitions, method }: EndpointGroup): string[] {
  return definitions.map((it) => operationOf({ method: it.method ?? method, path: it.path }))
}

function operations(groups: readonly EndpointGroup[]): number {
  const called = groups.flatMap((it) => distinct(it).filter(({ method }) => method !== undefined))
  return new Set(called.map(operationOf)).size
}

function inNone(keys: readonly string[]): (group: EndpointGroup) => boolean {
  const rows = new Set(keys)
  return (group) => !keysOf(group).some((key) => rows.has(key))
}

/** A matrix of who may call what is found by who asks for that, and is nobody's habit of listing what there is. */
function isIndex({ ofRights }: EndpointTable): boolean {
  return !ofRights
}

function keysOfRows({ rows }: EndpointTable): string[] {
  return rows.flatMap(({ entries }) =>
    entries.flatMap(({ method, path }) => (path === undefined ? [] : operationOf({ method, path }))),
  )
}

function keysOfList({ facts }: Document): string[] {
  return facts.endpoints.flatMap((it) => (it.role === 'row' && it.form === 'list' ? operationOf(it) : []))
}

/** Where others of the folder have tables of their own, a page misses one from its second endpoint on. */
function openOf(
  open: readonly EndpointGroup[],
  documents: readonly Document[],
  listed: ReadonlySet<Document>,
): EndpointGroup[] {
  if (!documents.some((it) => listed.has(it))) return [...open]
  const counts = counted(open.map(({ document }) => document))
  return open.filter(({ document }) => (counts.get(document) ?? 0) > 1)
}

/**
 * Documents that list their endpoints, or for which another page of the folder does: its overview, or one that documents
 * no endpoint and lists the scopes that they ask for.
 */
function withTables(index: EndpointIndex, documents: readonly Document[]): readonly Document[] {
  const tabled = documents.filter(lists)
  if (tabled.some(({ path }) => isOverview(path))) return documents
  const apart = tabled.filter((it) => index.groups(it).length === 0)
  const scopes = new Set(apart.flatMap(({ facts }) => facts.endpointTables.flatMap(scopesOf)))
  return documents.filter(
    (it) => lists(it) || it.facts.scopes.some(({ name, role }) => role === 'required' && scopes.has(name)),
  )
}

function scopesOf({ rows }: EndpointTable): string[] {
  return rows.flatMap(({ scopes }) => scopes)
}

function lists({ facts: { endpointTables, endpoints, sections } }: Document): boolean {
  // The list of what once was called in another way is none of what there is.
  const isOld = (section: number) => /\b(?:legacy|deprecated|old|former)\b/i.test(sections[section]?.title ?? '')
  return endpointTables.some(isIndex) || endpoints.some(({ form, section }) => form === 'list' && !isOld(section))
}

/** What a reference says of an endpoint, and a guide or an announcement that names it in passing does not. */
function isReference({ document: { facts }, section, definitions, method }: EndpointGroup): boolean {
  const own = facts.sections[section]
  const inside = ({ range }: { range: Range }) => own !== undefined && holds(own.range, range[0])
  return (
    // What nobody says how to call is a deep link, or a page.
    (method !== undefined || definitions.some((it) => it.method !== undefined)) &&
    definitions.every((it) => it.form !== 'text' && it.form !== 'name' && it.path !== '/') &&
    (facts.scopeStatements.some(inside) || facts.schemas.some((it) => it.role === 'parameters' && inside(it)))
  )
}

/** A folder with two unlisted endpoints or more; where half of the folders have no table, only the largest speaks for all. */
function missingTables(folders: ReadonlyMap<string, Folder>, project: Project): [Document, Unlisted][] {
  const documented = [...folders].filter(([, { total }]) => total > 1)
  const nowhere = documented.filter(([, it]) => it.listed > 0).length * 2 < documented.length
  const without = documented.filter(([, { open }]) => open.length > 1)
  const writeUsage = usageWriter(project)
  if (nowhere) without.sort((a, b) => b[1].open.length - a[1].open.length || byCodeUnit(a[0], b[0]))
  return without.slice(0, nowhere ? 1 : undefined).flatMap(([folder, it]) => {
    const partly = it.listed > 0
    const document = (partly ? undefined : it.documents.find(({ path }) => isOverview(path))) ?? it.open[0]?.document
    if (!document) return []
    const own = it.open.filter((group) => group.document === document)
    const groups = [...own, ...it.open.filter((group) => group.document !== document)]
    // Where each page has a table of its own, this one gets its own.
    const table = writeTable(project, document, partly ? own : groups, writeUsage)
    return [[document, { folder, groups, isMore: it.isMore, partly, nowhere, table }]]
  })
}
