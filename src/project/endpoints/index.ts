import { sectionAt } from '../../text.ts'
import type { Document, Endpoint } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import type { Project } from '../index.ts'
import { once, onceEach } from '../once.ts'
import { type Calls, judgeCalls } from './calls/index.ts'
import { indexPageContracts, type PageContracts } from './contracts.ts'
import { type Defined, indexDefinitions } from './definitions.ts'
import { duplicates, namesakes, type Titled } from './duplicates.ts'
import { indexPathFaults, type PathFault } from './faults/index.ts'
import { type EndpointGroup, groupEndpoints } from './groups.ts'
import { indexLackingMethods } from './lacking-methods.ts'
import { type EndpointLinks, indexEndpointLinks } from './links.ts'
import { indexListing, type Listing } from './listing/index.ts'
import { indexParameters, type ParameterIndex } from './parameters/index.ts'
import { type Path, parsePath } from './paths.ts'
import { indexStatements } from './stated.ts'

export type { Mismatch } from './calls/index.ts'
export type { Defined } from './definitions.ts'
export type { EndpointGroup } from './groups.ts'

export interface EndpointIndex {
  /** What the document's sections document, in order. */
  groups(document: Document): readonly EndpointGroup[]
  /** The endpoint that a section belongs to. */
  of(document: Document, section: number): EndpointGroup | undefined
  /** The endpoint that an offset of the text belongs to. */
  at(document: Document, offset: number): EndpointGroup | undefined
  /** Definitions of the whole project that a call could be meant for, any method. */
  matching(call: Pick<Endpoint, 'path'>): readonly Defined[]
  path(endpoint: { path: string }): Path
  /** Paths of a document that cannot be meant. */
  pathFaults(document: Document): readonly PathFault[]
  /** Sections that document the same method and path as different operations. */
  duplicates(document: Document): readonly { first: Titled; second: Titled }[]
  /** Sections beside each other that document two endpoints under one title. */
  namesakes(document: Document): readonly { first: Titled; second: Titled }[]
  /** Whether another definition of the same document covers an endpoint and says more. */
  isStatedBetter(group: EndpointGroup, endpoint: Endpoint): boolean
  /** Whether a section says nowhere how its endpoint is called. */
  lacksMethod(group: EndpointGroup): boolean
  /** What a path or a query has and its section does not document, and the reverse. */
  readonly parameters: ParameterIndex
  /** What tables list, and what they leave out. */
  readonly listing: Listing
  /** What sample calls, and URLs in bodies, have to do with what is documented. */
  readonly calls: Calls
  /** Links whose text names another endpoint than the one they lead to. */
  misnamedLinks: EndpointLinks
  /** Which headings pages with endpoints have. */
  readonly contracts: PageContracts
  /** Whether the project documents an HTTP API: some page says of an endpoint how it is called. */
  readonly areDocumented: boolean
}

export function indexEndpoints(project: Project): EndpointIndex {
  const groupsOf = onceEach(groupEndpoints)
  const parsed = onceEach(parsePath)
  const path = (it: { path: string }) => parsed(it.path)
  const defined = once(() => indexDefinitions(sortedDocuments(project), (it) => groupsOf(it).all, path))
  const matching = onceEach((call: string) => parsed(call).variants.flatMap(defined()))
  const parameters = once(() => indexParameters(project, index))
  const listing = once(() => indexListing(project, index))
  const contracts = once(() => indexPageContracts(project, index))
  const links = once(() => indexEndpointLinks(project, index))
  const documented = once(() => [...project.documents.values()].some(({ facts }) => facts.endpoints.some(isDefined)))
  const faults = once(() => indexPathFaults(project, index))
  const calls = once(() => judgeCalls(project, index))
  const lacking = once(() => indexLackingMethods(index, sortedDocuments(project)))
  const statements = onceEach((document: Document) => indexStatements(index, document))
  const index: EndpointIndex = {
    groups: (document) => groupsOf(document).all,
    of: (document, section) => groupsOf(document).of(section),
    at: (document, offset) => groupsOf(document).of(sectionAt(document.facts.sections, offset)),
    path,
    matching: (call) => matching(call.path),
    pathFaults: (document) => faults()(document),
    duplicates: (document) => duplicates(groupsOf(document).all),
    namesakes: (document) => namesakes(groupsOf(document).all),
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
    get contracts() {
      return contracts()
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
