import type { JsonNode } from '../types.ts'

/** A part of a schema, and the document that it stands in. */
export interface Place {
  path: string
  node: JsonNode
}

/** Follows a `$ref`; `undefined` where nobody can tell what it means. */
export type Resolve = (place: Place) => Place | undefined
