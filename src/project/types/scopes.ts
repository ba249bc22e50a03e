import type { Document, Method, Range, Scope, Spot } from '../../types.ts'
import type { EndpointGroup } from './groups.ts'

export interface ScopeIndex {
  /** Every scope that the project defines, with the place that does; empty where no catalogue can be told. */
  readonly defined: ReadonlyMap<string, Spot>
  /** The pages whose business it is to list all scopes, sorted. */
  readonly catalogues: readonly string[]
  unknown(document: Document): readonly UnknownScope[]
  /** Products' own tables of scopes. */
  readonly tables: ScopeTables
  /** Scopes by the endpoints that need them. */
  readonly endpoints: EndpointScopeIndex
  verbMismatches(document: Document): VerbMismatch[]
}

export interface EndpointScopeIndex {
  of(document: Document): readonly EndpointScopes[]
  /** `share` of the siblings in the same folder, or else of the others on the page, must state scopes, and there must be `minimum` siblings. */
  silent(document: Document, share: number, minimum: number): SilentEndpoint[]
  conflicts(document: Document): readonly ScopeConflict[]
}

/** What an endpoint's own sections say of its scopes. */
export interface EndpointScopes {
  group: EndpointGroup
  /** Each name once, where it stands first. */
  scopes: readonly Scope[]
  /** Whether they say anything, "none" included. */
  stated: boolean
  /** Whether that is said in their own sections. */
  itself: boolean
  /** Whether more than a sentence says so: only a label makes silence an omission. */
  labelled: boolean
  /** Whether they leave it to the page's table of its product's scopes. */
  listed: boolean
}

/** Two places that document one endpoint and ask for scopes that have nothing in common. */
export interface ScopeConflict {
  group: EndpointGroup
  at: Scope['range']
  names: readonly string[]
  other: { names: readonly string[]; place: Spot }
}

/** An endpoint that says nothing of scopes among siblings that do. */
export interface SilentEndpoint {
  group: EndpointGroup
  /** The heading that a statement would stand beside. */
  at: Range
  stating: number
  siblings: number
  /** What was counted: where pages state scopes once, for all of their endpoints, pages are the siblings. */
  unit: 'page' | 'endpoint'
  /** Where the siblings are. */
  around: 'folder' | 'page'
}

/** How sure it is that one name was meant to be another. */
export type Likeness = 'misspelt' | 'similar'

/** The scopes that a product says it has, and the methods that each grants. */
export interface ScopeTable {
  /** The pages whose tables these are. */
  paths: readonly string[]
  rows: ReadonlyMap<string, { place: Spot; methods: ReadonlySet<Method> }>
}

/** A scope that a product's pages use and its own table leaves out, or a product's table has and the catalogue leaves out. */
export interface UnlistedScope {
  name: string
  at: Scope['range']
  /** The list that leaves it out: its page, and where the list begins. */
  list: Spot
  /** How often the page uses the scope. */
  uses: number
}

export interface ScopeTables {
  /** The table that holds for a use: that of its page, else of the page that it links to, else of its folder. */
  around(document: Document, scope: Scope): ScopeTable | undefined
  unlisted(document: Document): UnlistedScope[]
}

/** A use of a scope that nothing in the project defines. */
export interface UnknownScope {
  name: string
  at: Range
  /** The scope that was probably meant, and where it is defined. */
  meant?: { name: string; likeness: Likeness; place: Spot }
  /** In how many places the meant scope stands, where nothing lists what there is. */
  places?: number
  /** Where else the same unknown name stands; only the first place of a name that resembles none is reported. */
  others: Spot[]
}

/** A scope that does not grant the method of the endpoint that asks for it. */
export interface VerbMismatch {
  scope: Scope
  method: Method
  /** The product's table lists other methods for the scope. */
  listed?: { methods: readonly Method[]; place: Spot }
  /** The scope of the other kind, which exists. */
  counterpart?: { name: string; place: Spot }
}
