import type { Contradiction } from '../../schema/contradiction.ts'
import type { Document, Endpoint, Range } from '../../types.ts'
import type { Difference } from './groups.ts'

/** What sample calls, and URLs in bodies, have to do with what is documented. */
export interface Calls {
  mismatches(document: Document): readonly Mismatch[]
  /** Calls that the table of their page leaves out, which lists what its other sections call. */
  unlisted(document: Document): readonly Endpoint[]
  /** URLs in bodies that are all but an endpoint that is documented. */
  shownLinks(document: Document): readonly ShownLink[]
  /** Calls of JSON-RPC that name another procedure than their section. */
  procedures(document: Document): readonly WrongProcedure[]
  /** Calls that send nothing, where their section requires something. */
  bare(document: Document): readonly Contradiction[]
  /** Samples that are their section's endpoint. */
  matches(sample: Endpoint): boolean
  /** The API's own, lower case: those of definitions, and of calls that fit. */
  readonly hosts: ReadonlySet<string>
}

/** A sample call that is not what its section documents. */
export interface Mismatch {
  sample: Endpoint
  /** What it was held against: the nearest of the section's definitions. */
  definition: Endpoint
  kind: 'method' | 'path'
  /** The call stands anywhere on the page, where other calls are made of the page's one endpoint; or it is the line below a heading, in a file, or below a sentence, that names another method; or the heading of a page whose front matter names another endpoint. */
  within?: 'section' | 'page' | 'heading' | 'name' | 'sentence' | 'front matter'
  /** Where one literal segment differs: what the sample has, and what is documented. */
  segment?: Difference
  /** Who agrees with the sample, so that the definition is what is wrong: the heading, or the page's other definitions. */
  inDefinition?: 'title' | 'page'
}

/** A call of JSON-RPC, whose body names another procedure than the title of its section. */
export interface WrongProcedure {
  at: Range
  called: string
  documented: string
  titleRange: Range
}

/** The path of a URL that a body shows. */
export interface LinkInBody {
  path: string
  range: Range
}

/** A URL that a body shows, whose path is no endpoint that is documented, and all but one. */
export interface ShownLink {
  path: string
  /** Every place where the page shows that word there. */
  at: readonly Range[]
  shown: string
  meant: string
  definition: Endpoint
  document: Document
}
