import type { Document, Endpoint } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { later, lazily, once, onceEach } from '../once.ts'
import type { EndpointIndex } from '../types/endpoints.ts'
import type { Project } from '../types/project.ts'
import { bareTemplates } from './bare-templates.ts'
import { indexBetweenPages } from './between-pages.ts'
import { judgeCalls } from './calls/index.ts'
import { indexCopiedLeads } from './copied-leads.ts'
import { indexCopiedRows } from './copied-rows.ts'
import { indexDefinitions } from './definitions.ts'
import { duplicates, namesakes } from './duplicates.ts'
import { indexPathFaults } from './faults/index.ts'
import { groupEndpoints } from './groups.ts'
import { indexLackingMethods } from './lacking-methods.ts'
import { indexEndpointLinks } from './links/index.ts'
import { indexListing } from './listing/index.ts'
import { indexPageHeadings } from './page-headings.ts'
import { indexParameters } from './parameters/index.ts'
import { parsePath } from './paths.ts'
import { indexStatements } from './stated.ts'

/** What is found out when it is first asked for. */
type Part = 'parameters' | 'listing' | 'calls' | 'headings' | 'areDocumented'

export function indexEndpoints(project: Project): EndpointIndex {
  const groupsOf = onceEach(groupEndpoints)
  const parsed = onceEach(parsePath)
  const defined = later(() => indexDefinitions(index, sortedDocuments(project)))
  const matching = onceEach((path: string) => defined({ path }))
  const statements = onceEach((document: Document) => indexStatements(index, document))
  const between = once(() => indexBetweenPages(index, sortedDocuments(project)))
  const own: Omit<EndpointIndex, Part> = {
    groups: (document) => groupsOf(document).all,
    of: (document, section) => groupsOf(document).of(section),
    within: (group, all) => all.filter(({ section }) => groupsOf(group.document).of(section) === group),
    strayCalls: (document) => groupsOf(document).strayCalls,
    path: (it) => parsed(it.path),
    matching: (call) => matching(call.path),
    pathFaults: onceEach(later(() => indexPathFaults(project, index))),
    duplicates: (document) => [...duplicates(groupsOf(document).all), ...between().duplicates(document)],
    namesakes: (document) => [...namesakes(groupsOf(document).all), ...between().namesakes(document)],
    copiedLeads: later(() => indexCopiedLeads(index, sortedDocuments(project))),
    copiedRows: later(() => indexCopiedRows(index, sortedDocuments(project))),
    isStatedBetter: (group, endpoint) => statements(group.document)(group, endpoint),
    lacksMethod: later(() => indexLackingMethods(index, sortedDocuments(project))),
    bareTemplates: (document) => bareTemplates(groupsOf(document).all),
    misnamedLinks: later(() => indexEndpointLinks(project, index)),
  }
  const index: EndpointIndex = lazily(own, {
    parameters: () => indexParameters(project, index),
    listing: () => indexListing(project, index),
    calls: () => judgeCalls(project, index),
    headings: () => indexPageHeadings(project, index),
    areDocumented: () => [...project.documents.values()].some(({ facts }) => facts.endpoints.some(isDefined)),
  })
  return index
}

function isDefined({ role, method }: Endpoint): boolean {
  return role === 'definition' && method !== undefined
}
