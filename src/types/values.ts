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

/** A place in one of several documents. */
export interface Spot {
  path: string
  at: Range
}

/** Something that a document states, and where. */
export interface Fact {
  range: Range
}
