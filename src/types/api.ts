import type { Fact, Range } from './values.ts'

export type Method = string

/**
 * A method and a path, as some section writes it.
 * `definition` documents it, `sample` calls it, `row` lists it in an endpoint table, `mention` names it in passing.
 */
export interface Endpoint extends Fact {
  role: 'definition' | 'sample' | 'row' | 'mention'
  /** How it is written. `message` has headers below its request line; `name` is an RPC method in a title, and its path that name. */
  form: EndpointForm
  /** Upper case; absent where the page names a path only. */
  method?: Method
  methodRange?: Range
  /** As written, without method, host, protocol and query. */
  path: string
  pathRange: Range
  query?: string
  /** As written, placeholders included; absent where only a path is written. */
  host?: string
  section: number
}

export type EndpointForm =
  | 'message'
  | 'line'
  | 'url'
  | 'curl'
  | 'httpie'
  | 'fetch'
  | 'code'
  | 'text'
  | 'heading'
  | 'label'
  | 'table'
  | 'list'
  | 'element'
  | 'name'

/**
 * A table that lists endpoints: by method and path, by method and name (`GET Budget Category`), or by methods
 * alone, each row standing for a scope.
 */
export interface EndpointTable extends Fact {
  kind: 'paths' | 'names' | 'methods'
  rows: EndpointRow[]
  section: number
  /** It says of each only who may call it. */
  ofRights?: true
}

export interface EndpointRow extends Fact {
  entries: { method?: Method; path?: string; name?: string; range: Range }[]
  /** The row's other cells: a scope, a description. */
  scopes: string[]
  links: string[]
}

/** A status that a section lists, a sample shows, or a sentence names in code. */
export interface Status extends Fact {
  code: number
  reason?: string
  /** Code and reason together. */
  reasonRange: Range
  /** Where the listed status leads for its definition. */
  url?: string
  urlRange?: Range
  /** The text right above the answer says another one. */
  announced?: { code: number; range: Range }
  role: 'list' | 'sample' | 'mention'
  section: number
}

/** A host that a sample or template names. */
export interface Host extends Fact {
  /** Lower case, without port. */
  name: string
  /** A table's cell holds it and nothing else of a URL: that tells readers which hosts there are. */
  listed?: true
  /** Written as `https:/host`, which names no host at all. */
  lacksSlash?: true
  /** What stands before it in place of a scheme: `https://https://`, `htps://`. */
  scheme?: { range: Range; meant: string }
  /** Where the URL begins again in the middle of its path: `https://host/apihttps://host/api/items`. */
  again?: Range
}

/** A scope (permission, role) by name. */
export interface Scope extends Fact {
  name: string
  /** `required`: an endpoint needs it. `catalogue`: a list of scopes that exist. `usage`: a product's own table of scopes. `mention`: in passing. */
  role: 'required' | 'catalogue' | 'usage' | 'mention'
  /** Methods that a usage row grants, upper case; empty where the row says none. */
  methods: Method[]
  section: number
}

/** A section that says which scopes its endpoint needs, even if it says "none". */
export interface ScopeStatement extends Fact {
  section: number
  /** The scopes that it names, each once; empty for "none" and for words that name none. */
  names: string[]
  /** A sentence says so, and not a label: where nothing is needed, such a page says nothing. */
  isSentence?: boolean
}
