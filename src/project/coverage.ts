import { Lines } from '../text.ts'
import type { Range } from '../types.ts'
import { sortedDocuments } from './documents.ts'
import { nameOf } from './inspection.ts'
import type { EndpointGroup } from './types/groups.ts'
import type { Project } from './types/project.ts'

/** What of an endpoint docs-lint could hold against something else. */
export interface EndpointCoverage {
  endpoint: string
  line: number
  listed: boolean
  scopes: boolean
  parameters: boolean
  request: boolean
  response: boolean
  schema: boolean
  spec: boolean
  /** Why the rest could not be checked. */
  because: string[]
}

export interface PageCoverage {
  path: string
  endpoints: EndpointCoverage[]
}

export const columns = ['listed', 'scopes', 'parameters', 'request', 'response', 'schema', 'spec'] as const

/** Every page that documents endpoints. */
export function coverage(project: Project): PageCoverage[] {
  return sortedDocuments(project).flatMap((document) => {
    const groups = project.endpoints.groups(document)
    if (groups.length === 0) return []
    const lines = new Lines(document.text)
    const omissions = project.endpoints.listing.omissions(document)
    const unlisted = new Set(omissions.flatMap((it) => ('group' in it ? it.group : [])))
    return [{ path: document.path, endpoints: groups.map((it) => coverageOf(project, it, lines, unlisted)) }]
  })
}

function coverageOf(
  project: Project,
  group: EndpointGroup,
  lines: Lines,
  unlisted: ReadonlySet<EndpointGroup>,
): EndpointCoverage {
  const { facts } = group.document
  const own = <T extends { section: number }>(all: readonly T[]) => project.endpoints.within(group, all)
  const bodies = own(facts.samples)
  const shows = (role: 'request' | 'response') =>
    bodies.some((it) => project.samples.context(group.document, it).role === role)
  const covered = {
    listed: project.endpoints.listing.hasTable(group.document) && !unlisted.has(group),
    scopes: own(facts.scopeStatements).length > 0,
    parameters: own(facts.schemas).some(({ role }) => role === 'parameters'),
    request: group.samples.length > 0 || shows('request'),
    response: shows('response') || own(facts.statuses).some(({ role }) => role === 'sample'),
    schema: bodies.some((it) => it.json && (it.schema || project.samples.hasSchema(group.document, it))),
    spec: group.definitions.some((it) => project.specs.operationOf(it) !== undefined),
  }
  const start: Range = group.definitions[0]?.pathRange ?? [0, 0]
  return {
    endpoint: nameOf(group),
    line: lines.at(start[0]).line,
    ...covered,
    because: columns.flatMap((it) =>
      covered[it] ? [] : it === 'schema' && bodies.some(({ json }) => json) ? unmatched : reasons[it],
    ),
  }
}

const reasons: Record<(typeof columns)[number], string> = {
  listed: 'no endpoint table lists it',
  scopes: 'its section names no scope',
  parameters: 'no table or list of parameters',
  request: 'no sample request',
  response: 'no sample response',
  schema: 'no JSON sample',
  spec: 'no OpenAPI file has it',
}

const unmatched = 'no schema fits its samples'

export type Totals = Record<(typeof columns)[number], number> & { endpoints: number }

export function totals(pages: readonly PageCoverage[]): Totals {
  const all = pages.flatMap((it) => it.endpoints)
  const found = { endpoints: all.length } as Totals
  for (const key of columns) found[key] = all.filter((it) => it[key]).length
  return found
}
