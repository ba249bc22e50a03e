import type { Document, Endpoint, Method, Range, Section, Spot } from '../../types.ts'
import type { Calls } from './calls.ts'
import type { EndpointGroup, Path } from './groups.ts'
import type { Listing } from './listing.ts'
import type { ParameterIndex } from './parameters.ts'

export interface EndpointIndex {
  /** What the document's sections document, in order. */
  groups(document: Document): readonly EndpointGroup[]
  /** The endpoint that a section belongs to. */
  of(document: Document, section: number): EndpointGroup | undefined
  /** What of a document belongs to one of its endpoints. */
  within<T extends { section: number }>(group: EndpointGroup, all: readonly T[]): T[]
  /** Calls of a document that belong to none. */
  strayCalls(document: Document): readonly Endpoint[]
  /** Definitions of the whole project that a call could be meant for, any method. */
  matching(call: Pick<Named, 'path'>): readonly Defined[]
  path(endpoint: Pick<Named, 'path'>): Path
  /** Paths of a document that cannot be meant. */
  pathFaults(document: Document): readonly PathFault[]
  /** Sections, or pages of one endpoint, that document the same method and path as different operations. */
  duplicates(document: Document): readonly Duplicate[]
  /** Sections beside each other, or pages of one endpoint, that document two endpoints under one title. */
  namesakes(document: Document): readonly Duplicate[]
  /** Endpoints of a document that begin with the sentence of another one. */
  copiedLeads(document: Document): readonly CopiedLead[]
  /** Parameters of a document that have the row of another endpoint's, which speaks of that one. */
  copiedRows(document: Document): readonly CopiedRow[]
  /** Whether another definition of the same document covers an endpoint and says more. */
  isStatedBetter(group: EndpointGroup, endpoint: Endpoint): boolean
  /** Whether a section says nowhere how its endpoint is called. */
  lacksMethod(group: EndpointGroup): boolean
  /** Paths without the method that the samples of their sections have, where others of the page have theirs. */
  bareTemplates(document: Document): readonly BareTemplate[]
  /** What a path or a query has and its section does not document, and the reverse. */
  readonly parameters: ParameterIndex
  /** What tables list, and what they leave out. */
  readonly listing: Listing
  /** What sample calls, and URLs in bodies, have to do with what is documented. */
  readonly calls: Calls
  /** Links whose text names another endpoint than the one they lead to. */
  misnamedLinks(document: Document): readonly MisnamedLink[]
  /** Which headings pages with endpoints have. */
  readonly headings: PageHeadings
  /** Whether the project documents an HTTP API: some page says of an endpoint how it is called. */
  readonly areDocumented: boolean
}

/** A path below a heading that has a method and a path elsewhere on the page. */
export interface BareTemplate {
  endpoint: Endpoint
  title: string
  /** What the samples of its section say. */
  method: Method
  /** Another one below such a heading. */
  said: Endpoint
}

/** What is said of an endpoint and speaks of another one, that it is said of, too. */
export interface CopiedLead {
  group: EndpointGroup
  at: Range
  from: EndpointGroup
}

export interface CopiedRow extends CopiedLead {
  name: string
}

/** A path that cannot be meant. */
export interface PathFault {
  endpoint: Endpoint
  kind:
    | 'rootless'
    | 'headless'
    | 'cut'
    | 'gap'
    | 'skip'
    | 'wordless'
    | 'stray'
    | 'slashes'
    | 'lost'
    | 'colon'
    | 'brace'
    | 'emphasis'
    | 'marks'
    | 'literal-id'
    | 'unmarked'
    | 'repeated'
    | 'twin'
    | 'recased'
    | 'renamed'
    | 'misspelt'
    | 'rare'
    | 'odd'
    | 'open-code'
    | 'tight'
    | 'encoded'
    | 'unasked'
    | 'blank'
    | 'doubled-name'
    | 'mounted'
    | 'unmounted'
  /** The part of the path that is wrong; of a query, the name of a parameter. */
  part: string
  /** What stands in its place elsewhere; in front of it, where something is missing; the path without it, where it is too much. */
  instead?: string
}

/** A heading that the endpoint pages of a folder have, and this page has not. */
export interface MissingSection {
  /** As the first sibling writes it. */
  title: string
  having: number
  siblings: number
  example: { document: Document; section: Section }
}

export interface PageHeadings {
  /** Whether the document documents endpoints, so that it should have what its siblings have. */
  areExpected(document: Document): boolean
  has(document: Document, title: string): boolean
  /** What `share` of the other endpoint pages in the folder have, where there are `minimum` of them. */
  missing(document: Document, share: number, minimum: number): MissingSection[]
}

/** A documented endpoint, and the base path under which a call is one of it. */
export interface Defined {
  definition: Endpoint
  group: EndpointGroup
  base: string
}

/** One endpoint as one section calls it. */
export interface Titled {
  endpoint: Endpoint
  title: string
}

/** Two that cannot both be meant; the first may stand on another page. */
export interface Duplicate {
  first: Titled & { path?: string }
  second: Titled
}

/** A link whose text, or whose row in a table, names one endpoint, and whose target documents another. */
export interface MisnamedLink {
  at: Range
  /** `page`: it leads to a whole page, and another one has the endpoint that it names. `only`: the page has one endpoint, and that is all but the one that it names. `address`: its URL itself names another one. */
  in: 'text' | 'row' | 'page' | 'only' | 'address'
  named: Named
  /** What the target documents; of a page, what the other one does. */
  definition: Named
  /** Where it does; nobody knows of an address. */
  where?: Spot
}

/** What names an endpoint, be it documented or not. */
export interface Named {
  method?: Method
  path: string
}
