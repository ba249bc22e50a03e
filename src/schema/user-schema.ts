import type { Json, JsonNode } from '../types.ts'

/** A JSON Schema that the user brings: for samples, for front matter. */
export interface UserSchema {
  path: string
  /** Its tree, to point into; absent when the file cannot be used. */
  node?: JsonNode
  /** Why it cannot be used, as a sentence. */
  problem?: string
  check(value: Json): SchemaFault[]
}

/** Where a value breaks a schema. */
export interface SchemaFault {
  kind: 'schema' | 'near' | 'unknown' | 'missing'
  /** Keys and indexes that lead to the value. */
  path: string[]
  /** The property of that value which is unknown or missing. */
  key?: string
  near?: string
  /** What the value is or has, as the rest of a sentence; '' for a property that is unknown or missing. */
  message: string
}
