import type { Contradiction } from '../../schema/contradiction.ts'
import type { Document, Endpoint, Range } from '../../types.ts'
import type { EndpointGroup } from './groups.ts'

/** Which parameters a path or a query has and its section does not document, and the reverse. */
export interface ParameterIndex {
  /** The parameters that each section of a document documents: lower case name → as written and where. */
  documented(document: Document): ReadonlyMap<EndpointGroup, ReadonlyMap<string, Documented>>
  /** Parameters of paths that their section documents under no name, or under another. */
  undocumented(document: Document): readonly UndocumentedParameter[]
  /** Parameters that a section says belong into its path, which has no place for them. */
  strays(document: Document): readonly StrayParameter[]
  /** Parameters that a list of others than those of the path writes as one of that. */
  writtenAsPath(document: Document): readonly ListedParameter[]
  /** Parameters that a section calls optional, though each of its paths has a place for them. */
  optional(document: Document): readonly StrayParameter[]
  /** Query parameters that their section documents under a name that is all but theirs, or that only another section documents. */
  querySlips(document: Document): readonly QuerySlip[]
  /** Values in queries that their section says cannot be. */
  queryValues(document: Document): readonly Contradiction[]
}

/** A name, and where it is documented. */
export interface DocumentedName {
  name: string
  range: Range
}

/** A parameter that a section's tables or lists document. */
export interface Documented extends DocumentedName {
  /** Whether the page says that it belongs into the path. */
  inPath: boolean
  /** It says "path", and no word that may mean the query as well. */
  saysPath: boolean
  /** Nothing of a path may be left out. */
  isOptional: boolean
}

/** An endpoint's section: the parameters of its paths, and those that it documents. */
export interface DocumentedPath {
  group: EndpointGroup
  inPath: readonly { endpoint: Endpoint; name: string }[]
  /** Lower case name → as written and where. */
  documented: ReadonlyMap<string, Documented>
  /** Says in so many words that its path has none. */
  isDenied?: true
}

/** A query parameter that its section does not document. */
export interface QuerySlip {
  endpoint: Endpoint
  name: string
  /** What is documented: all but this name by the section, or this name by another one of the page. */
  as: DocumentedName
  elsewhere?: true
}

/** A parameter that a section says belongs into its path, which has no such place. */
export interface StrayParameter extends DocumentedName {
  /** The first of the section, or the call whose query has it. */
  endpoint: Endpoint
  isInQuery?: true
  isInBody?: true
}

/** A parameter as a list writes it, and the title of that. */
export interface ListedParameter extends DocumentedName {
  title: string
}

/** A path parameter that its section documents under no name, or under another. */
export interface UndocumentedParameter {
  endpoint: Endpoint
  name: string
  /** The name under which the section documents it. */
  as?: DocumentedName
  /** What all other paths call it. */
  elsewhere?: string
  /** The section documents no parameters at all. */
  isBare?: boolean
}
