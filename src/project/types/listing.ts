import type { Document, Endpoint, EndpointRow, EndpointTable, Range } from '../../types.ts'
import type { EndpointGroup } from './groups.ts'

/** What tables of endpoints leave out. */
export interface Listing {
  /** Set for the one document of a folder at which the missing table is reported. */
  missing(document: Document): Unlisted | undefined
  omissions(document: Document): readonly Omission[]
  /** Sections that call an endpoint without the table with which the page's other sections define theirs. */
  withoutTable(document: Document): readonly Bare[]
  /** Whether a table lists the document's endpoints: its own, or that of its folder's overview. */
  hasTable(document: Document): boolean
}

/** A text to insert into the document at hand. */
export interface Insertion {
  at: number
  text: string
}

/** Endpoints of a folder that no table lists. */
export interface Unlisted {
  folder: string
  groups: readonly EndpointGroup[]
  /** Others are in no table either, of which the pages say too little to ask for one. */
  isMore: boolean
  /** Other pages of the folder have their tables. */
  partly: boolean
  /** Most folders of the project have no table: it is nobody's habit here. */
  nowhere: boolean
  table?: Insertion
}

/** A section with a sample call and no definition, where the page's others define theirs in tables. */
export interface Bare {
  title: string
  heading: Range
  /** The call in place of a definition. */
  definition: Endpoint
  /** How many sections of the page have a table. */
  others: number
  /** The table as the page's other sections would have it. */
  table?: Insertion
}

export type Entry = EndpointRow['entries'][number]

/** What a table and the sections that it covers do not agree on. */
export type Omission =
  | {
      kind: 'path'
      endpoint: Endpoint
      group: EndpointGroup
      table: EndpointTable
      row?: Insertion
      /** The row that has its path, and a method that no section documents; or its method, and another path. */
      listed?: Endpoint
    }
  | { kind: 'method'; endpoint: Endpoint; group: EndpointGroup; scope: string; document: Document; row: EndpointRow }
  /** A page of one endpoint that the overview of its neighbours leaves out. */
  | { kind: 'page'; endpoint: Endpoint; group: EndpointGroup; overview: string; at: Range }
  /** A row or a bullet whose endpoint no section documents. */
  | { kind: 'row'; entry: Entry; scope?: string; isListed?: boolean }
  | Unscoped

/** A section whose method stands in no row of the only place where its page speaks of scopes. */
export interface Unscoped {
  kind: 'unscoped'
  endpoint: Endpoint
  group: EndpointGroup
  table: EndpointTable
}
