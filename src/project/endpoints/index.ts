import { sectionAt } from '../../text.ts'
import type { Document, Endpoint } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { once, onceEach } from '../once.ts'
import type { EndpointIndex } from '../types/endpoints.ts'
import type { Project } from '../types/project.ts'
import { judgeCalls } from './calls/index.ts'
import { indexCopiedLeads } from './copied-leads.ts'
import { indexDefinitions } from './definitions.ts'
import { duplicates, namesakes } from './duplicates.ts'
import { indexPathFaults } from './faults/index.ts'
import { groupEndpoints } from './groups.ts'
import { indexLackingMethods } from './lacking-methods.ts'
import { indexEndpointLinks } from './links.ts'
import { indexListing } from './listing/index.ts'
import { indexPageHeadings } from './page-headings.ts'
import { indexParameters } from './parameters/index.ts'
import { parsePath } from './paths.ts'
import { indexStatements } from './stated.ts'

export function indexEndpoints(project: Project): EndpointIndex {
  const groupsOf = onceEach(groupEndpoints)
  const parsed = onceEach(parsePath)
  const path = (it: { path: string }) => parsed(it.path)
  const defined = once(() => indexDefinitions(sortedDocuments(project), (it) => groupsOf(it).all, path))
  const matching = onceEach((call: string) => parsed(call).variants.flatMap(defined()))
  const parameters = once(() => indexParameters(project, index))
  const listing = once(() => indexListing(project, index))
  const headings = once(() => indexPageHeadings(project, index))
  const links = once(() => indexEndpointLinks(project, index))
  const documented = once(() => [...project.documents.values()].some(({ facts }) => facts.endpoints.some(isDefined)))
  const faults = once(() => indexPathFaults(project, index))
  const calls = once(() => judgeCalls(project, index))
  const lacking = once(() => indexLackingMethods(index, sortedDocuments(project)))
  const leads = once(() => indexCopiedLeads(index, sortedDocuments(project)))
  const statements = onceEach((document: Document) => indexStatements(index, document))
  const index: EndpointIndex = {
    groups: (document) => groupsOf(document).all,
    of: (document, section) => groupsOf(document).of(section),
    at: (document, offset) => groupsOf(document).of(sectionAt(document.facts.sections, offset)),
    path,
    matching: (call) => matching(call.path),
    pathFaults: onceEach((document) => faults()(document)),
    duplicates: (document) => duplicates(groupsOf(document).all),
    namesakes: (document) => namesakes(groupsOf(document).all),
    copiedLeads: (document) => leads()(document),
    isStatedBetter: (group, endpoint) => statements(group.document)(group, endpoint),
    lacksMethod: (group) => lacking()(group),
    get parameters() {
      return parameters()
    },
    get listing() {
      return listing()
    },
    get calls() {
      return calls()
    },
    misnamedLinks: (document) => links()(document),
    get headings() {
      return headings()
    },
    get areDocumented() {
      return documented()
    },
  }
  return index
}

function isDefined({ role, method }: Endpoint): boolean {
  return role === 'definition' && method !== undefined
}
