import { isExample } from '../../../facts/examples.ts'
import { sectionsAround } from '../../../facts/sections.ts'
import { shelveOnce } from '../../../grouped.ts'
import type { Document, Endpoint, EndpointRow, Method } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import { holds } from '../../ranges.ts'
import { titlesAround } from '../../sections.ts'
import type { EndpointIndex, Named } from '../../types/endpoints.ts'
import type { Entry, Omission } from '../../types/listing.ts'
import type { Project } from '../../types/project.ts'
import { anyReading, suffixOffset } from '../covering.ts'
import { splitSegments } from '../paths.ts'
import { among, distinct, same } from '../same.ts'
import { leadsToRest } from './linked-rows.ts'

/** Rows of an index whose endpoint nothing in the project documents or calls, where most of its rows are on the same page. */
export function stalePaths(index: EndpointIndex, project: Project, document: Document): Omission[] {
  const { endpoints, endpointTables } = document.facts
  const ofTables = endpointTables.flatMap(({ kind, rows }) => (kind === 'paths' ? [rows] : []))
  const listed = listedRows(endpoints)
  const tables = [...ofTables, listed].filter((rows) => rows.flatMap(pathsOf).length >= 3)
  if (tables.length === 0) return []
  const definitions = endpoints.filter(({ role }) => role === 'definition' || role === 'sample')
  const isOwn = isOfOwnApi(index, document)
  const documented = among(index, distinct(definitions), (own, it: Entry & Named) => same(index, it, own))
  // Examples of some endpoints, below a table or on their own, are no documentation that the others lack: the table is what documents them.
  const documenting = definitions.filter((it) => !isOfExample(document, it.section) && !isBesideTable(document, it))
  if (documenting.length === 0) return []
  const isDocumented = among(
    index,
    distinct(documenting),
    (own, it: Entry & Named) => same(index, it, own) && isOwn(own, it),
  )
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

function isOfExample({ facts }: Document, section: number): boolean {
  return titlesAround(facts.sections, section).some(isExample)
}

/** A call in the section of a table shows how one of its rows is used. */
function isBesideTable({ facts }: Document, { role, section }: Endpoint): boolean {
  const own = facts.sections[section]
  return role === 'sample' && own !== undefined && facts.endpointTables.some(({ range }) => holds(own.range, range[0]))
}

/**
 * `/pots/{id}/lids` in the table of another chapter than `## GET /kilns/{id}/pots/{id}/lids`: no base that a chapter leaves out holds a parameter,
 * so it lists an API of its own, whose paths end alike.
 */
function isOfOwnApi(index: EndpointIndex, { facts }: Document): (own: Endpoint, row: Entry & Named) => boolean {
  const chapterOf = (section: number) => sectionsAround(facts.sections, section).at(-1)
  const chapterAt = onceEach((at: number) =>
    facts.sections.findLastIndex((it, section) => section > 0 && it.parent === 0 && it.range[0] <= at),
  )
  return (own, { path, range }) =>
    chapterOf(own.section) === chapterAt(range[0]) ||
    anyReading(index.path(own), index.path({ path }), (mine, theirs) => {
      const before = suffixOffset(mine, theirs)
      return before !== undefined && mine.slice(0, Math.max(0, -before)).every(({ kind }) => kind === 'literal')
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
