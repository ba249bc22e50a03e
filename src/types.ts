/**
 * The vocabulary, on one page. Everything here is plain, serialisable data: facts can be cached,
 * sent to another process and compared, and no rule ever sees a syntax tree.
 */

/** UTF-16 offsets into the text as it was read, byte order mark included. Line and column exist only at the border. */
export type Range = readonly [start: number, end: number]

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A JSON value that remembers where it stands in the document. */
export type JsonNode = { range: Range } & (
  | { kind: 'null' | 'boolean' | 'number' | 'string'; value: null | boolean | number | string }
  /** A placeholder, a template tag or an elision: any value may stand here. */
  | { kind: 'unknown' }
  /** `elided`: the sample leaves out more of its items or members than it shows. */
  | { kind: 'array'; items: JsonNode[]; elided?: true }
  | { kind: 'object'; members: JsonMember[]; elided?: true }
)

export interface JsonMember {
  key: string
  keyRange: Range
  value: JsonNode
}

export type Method = string

/** Something that a document states, and where. */
export interface Fact {
  range: Range
}

/** What is wrong with a file as such, found before anything could be read out of it. */
export interface Problem extends Fact {
  kind: 'limit' | 'unreadable' | 'front-matter' | 'schema' | 'table'
  message: string
  help?: string
}

/**
 * A heading and all that stands below it, up to the next heading of the same or a higher level.
 * `sections[0]` is the whole document, so every fact has a section, and `section` is an index into this list.
 */
export interface Section extends Fact {
  /** The heading alone; empty for the document itself. */
  heading: Range
  /** The heading's text without markup, not trimmed: kramdown makes anchors of the blanks too. */
  title: string
  /** 1–6, and 0 for the document itself. */
  depth: number
  /** Index of the enclosing section; -1 for the document itself. */
  parent: number
}

/** An anchor that somebody wrote: `<a name>`, any `id=`, `{#id}`, `{: #id}`. Slugs of headings are the site's business. */
export interface Anchor extends Fact {
  id: string
  kind: 'html' | 'attribute'
  section: number
}

export interface Link extends Fact {
  kind: 'link' | 'image' | 'definition' | 'html' | 'reference' | 'front-matter' | 'navigation' | 'shortcode'
  /** As written, entities and escapes resolved. For an undefined reference, its label; for a shortcode, the page it names. */
  url: string
  urlRange: Range
  text: string
  section: number
}

/** One file (or name) that this document pulls in. */
export interface Include extends Fact {
  /** Which row of the include table recognised it; resolution rules hang on it. */
  mechanism: string
  target: string
  targetRange: Range
  /** The part that is asked for: lines, an anchor, a region, a tag or a heading. */
  selector?: Selector
  /** Shown as code: no part of the page. */
  literal?: true
}

export type Selector =
  | { kind: 'lines'; from?: number; to?: number; range: Range }
  | { kind: 'name'; name: string; range: Range }
  /** From or up to a piece of text. */
  | { kind: 'text'; text: string; range: Range }

export interface Cell extends Fact {
  /** Text without markup, trimmed. */
  text: string
  /** Inline code in the cell, as written. */
  code: string[]
  /** Link targets in the cell. */
  links: string[]
}

export interface Table extends Fact {
  header: Cell[]
  rows: Cell[][]
  section: number
}

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
}

export interface EndpointRow extends Fact {
  entries: { method?: Method; path?: string; name?: string; range: Range }[]
  /** The row's other cells: a scope, a description. */
  scopes: string[]
  links: string[]
}

/** A status that a section lists, or a sample shows. */
export interface Status extends Fact {
  code: number
  reason?: string
  /** Code and reason together. */
  reasonRange: Range
  /** Where the listed status leads for its definition. */
  url?: string
  urlRange?: Range
  role: 'list' | 'sample'
  section: number
}

/** A host that a sample or template names. */
export interface Host extends Fact {
  /** Lower case, without port. */
  name: string
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
}

/** What HTTP does not allow in the head of a message that the page shows. */
export interface HttpFault extends Fact {
  message: string
  help?: string
  fix?: Fix
}

/** A fenced code block: what it says it holds, and what it does hold. */
export interface Fence extends Fact {
  /** The info string's first word as written; '' for none. */
  language: string
  languageRange: Range
  /** What the content is beyond doubt; absent where nobody can tell. */
  holds?: 'json' | 'http' | 'xml' | 'shell' | 'other'
  /** A heading inside it: the fence was never closed, and another fence's marks or the end of the page close it. */
  swallows?: { title: string; range: Range }
  /** Where the closing marks were forgotten, and what they are. */
  closing?: { at: number; marks: string }
  section: number
}

/** JSON that the page shows: in a fence, an HTTP message, a command, or an untagged block. */
export interface Sample extends Fact {
  /** The info string's first word, lower case; empty for none. */
  language: string
  /** What holds the JSON. */
  container: 'fence' | 'indented' | 'http' | 'curl' | 'file'
  /** Request bodies and responses are told apart where the page tells. */
  role: 'request' | 'response' | 'unknown'
  /** HTTP status, where the sample or its surroundings name one. */
  status?: number
  /** The tree, where the JSON could be read, deliberate deviations tolerated. */
  json?: JsonNode
  /** What had to be tolerated: conventions of documentation, not defects. */
  tolerated: Tolerated[]
  /** Set when it is not JSON even so. */
  error?: JsonError
  /** `schema=…` in the fence's meta. */
  schema?: { path: string; range: Range }
  section: number
}

export type Tolerated = 'comment' | 'ellipsis' | 'placeholder' | 'template' | 'fragment' | 'several' | 'preamble'

export interface JsonError extends Fact {
  cause: string
  message: string
  help?: string
  fix?: Fix
}

export interface FrontMatter extends Fact {
  /** The parsed mapping, with positions; absent when it is not YAML. */
  data?: JsonNode
}

/** A field that a row of a table, an item of a list or a heading documents. `Custom1 through Custom25` makes 25 of them. */
export interface Field extends Fact {
  /** Steps from the described object: `a[].b` is `['a', '[]', 'b']`. */
  path: string[]
  nameRange: Range
  /** As written, without markup; '' where the page says none. */
  typeText: string
  typeRange: Range
  type: FieldType
  /** Where the type (or format) leads for its own fields: link targets, in order of reading. */
  links: string[]
  format: string
  /** Values that the page says are supported; absent where it lists none, or where it cannot be told whose they are. */
  values?: string[]
  required: 'yes' | 'no' | 'conditional' | 'unknown'
}

/** A type as far as it can be checked. */
export interface FieldType {
  /** Any of them; absent for "cannot tell". */
  kinds?: ('string' | 'number' | 'boolean' | 'object' | 'array' | 'null')[]
  items?: FieldType['kinds']
  /** A word that is no type, and one letter from one. */
  misspelt?: string
}

/** What a part of a page says about the fields of one JSON object, or about an endpoint's parameters. */
export interface Schema extends Fact {
  form: 'table' | 'list' | 'headings'
  role: 'object' | 'parameters'
  fields: Field[]
  /** Whether it says, in words that nobody can check, that there are more. */
  open: boolean
  section: number
}

/** A machine-readable contract in a file of its own. A `fragment` is what another one refers to. */
export interface Spec {
  kind: 'openapi' | 'swagger' | 'json-schema' | 'fragment'
  version: string
  /** Absent for a fragment (read when somebody asks), and where the file does not parse. */
  data?: JsonNode
}

/** A comment that switches rules off for a stretch of text. */
export interface Suppression extends Fact {
  /** Rule ids; empty for all. */
  rules: string[]
  covers: Range
  reason?: string
}

/** `{{ name }}` in code: a template engine that works on the text fills it in. */
export interface TemplateExpression extends Fact {
  /** The first name of the expression. */
  name: string
}

/** The start tag of an element that nothing closes. */
export interface UnclosedElement extends Fact {
  name: string
  /** The element whose end tag comes before its own would. */
  endedBy?: string
}

/** All that one document states. */
export interface Facts {
  problems: Problem[]
  frontMatter?: FrontMatter
  sections: Section[]
  anchors: Anchor[]
  links: Link[]
  includes: Include[]
  tables: Table[]
  endpoints: Endpoint[]
  endpointTables: EndpointTable[]
  statuses: Status[]
  hosts: Host[]
  scopes: Scope[]
  scopeStatements: ScopeStatement[]
  samples: Sample[]
  fences: Fence[]
  httpFaults: HttpFault[]
  schemas: Schema[]
  /** Set when the document is not a page but a contract. */
  spec?: Spec
  templates: TemplateExpression[]
  unclosed: UnclosedElement[]
  /** Text that stands for text that nobody wrote yet. */
  placeholders: Fact[]
  suppressions: Suppression[]
}

/** Which of the many ways of writing Markdown a document follows. Facts depend on it, so it is part of their cache key. */
export interface Dialect {
  parser: 'satteri' | 'remark'
  /** Include mechanisms to recognise, by name; see `site/mechanisms.ts`. */
  includes: string[]
  /** No generator is known: what nothing else looks like is recognised too. */
  anySite?: true
  /** Mechanisms that the user describes. */
  custom?: readonly UserInclude[]
  /** Words that label scopes, and values that name none, besides the usual. */
  scopes?: { labels?: readonly string[]; neutral?: readonly string[] }
}

/** A mechanism of inclusion from the config; data, never code. */
export interface UserInclude {
  name: string
  /** A regular expression for one line; its group `target`, or else its first group, is what is included. */
  pattern: string
  /** Where targets are looked for: `.` the document's folder, `/` the site's source, `~` the site's root, and folders below them. */
  roots?: string[]
  /** Spellings of the file's name, `*` for the last part of the target. */
  names?: string[]
  /** Works in code too. */
  inCode?: boolean
  /** Shows the file as code: it is no part of the page. */
  literal?: boolean
}

export interface Document {
  /** Relative to the project's root, `/` as separator. */
  path: string
  text: string
  facts: Facts
}

/** A set of documents that one generator builds. */
export interface Site {
  generator: string
  /** Folder of the generator's own config, relative to the project's root; '' is the root. */
  root: string
  /** Folder that "/" in a link stands for, relative to the project's root. */
  source: string
  /** The file that gave it away, if any. */
  evidence?: string
  /** Folders whose pages are built (relative to the project's root), and the URL path they appear under, without slashes at its ends. */
  contents: { folder: string; route: string }[]
  /** Folders whose files are served from "/" as they are, relative to the project's root. */
  assets: string[]
  /** Include mechanisms that are live on its pages; see `site/mechanisms.ts`. */
  includes: string[]
  /** Where its config says that a mechanism looks for files, relative to the project's root. */
  includeRoots: { readonly [mechanism: string]: string[] }
  /** The generator's config as plain data; empty where the config is a program. */
  settings: { readonly [key: string]: Json }
  /** Where the built site is reached. */
  address: Address
}

/** Where a built site is reached, as its config says. */
export interface Address {
  /** Its own domains, lower case: absolute URLs with one of them lead into the site. */
  hosts: string[]
  /** URL path before all others, such as "/docs"; '' for none. */
  base: string
  /** URL paths that lead elsewhere; a `*` at the end stands for anything. */
  redirects: string[]
  /** Whether a program makes more redirects than the config lists. */
  open: boolean
}

/** What exists on disk inside the project's root, whether docs-lint reads it or not. */
export interface FileTree {
  has(path: string): boolean
  hasDirectory(path: string): boolean
  /** Names of the files that stand directly in a folder, sorted by code unit. */
  names(folder: string): readonly string[]
  /** All files, sorted by code unit. */
  readonly paths: readonly string[]
}

export type Severity = 'error' | 'warning' | 'info'
export type Setting = Severity | 'off'

export interface Edit {
  range: Range
  text: string
}

export interface Fix {
  /** `safe` fixes keep the meaning; a `suggestion` is for a human to accept. */
  safety: 'safe' | 'suggestion'
  edits: Edit[]
}

export interface Related {
  path: string
  at: Range
  message: string
}

/** What a rule has to say about the document that it is checking. */
export interface Finding {
  at: Range
  message: string
  help?: string
  related?: Related[]
  fix?: Fix
  /** Replaces the rule's severity where one finding is surer than another; the user's setting still wins. */
  severity?: Severity
}

/** A finding, signed by the engine. */
export interface Diagnostic extends Finding {
  rule: string
  path: string
  severity: Severity
}

export interface Crash {
  /** Empty when no rule crashed, but the reading of the file itself. */
  rule: string
  path: string
  error: string
}
