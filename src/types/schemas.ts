import type { Fact, JsonNode, Range } from './values.ts'

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
  /** What its value keeps to, where a sentence says so; absent for nothing. */
  limits?: Limits
  required: 'yes' | 'no' | 'conditional' | 'unknown'
  /** Where a call puts it, in the words of a column: `query`, `in path`. */
  place?: string
  /** The value that holds where a call leaves it out, as written. */
  default?: string
}

/** In the words of JSON Schema: a length counts characters, and both ends of a range belong to it. */
export interface Limits {
  maxLength?: number
  minimum?: number
  maximum?: number
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
  form: 'table' | 'list' | 'headings' | 'tags' | 'json'
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
