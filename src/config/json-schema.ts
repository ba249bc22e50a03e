import type { Json } from '../types.ts'

/** The part of JSON Schema (draft 7) that the configuration needs: what editors complete is what `validate` checks. */
export interface Schema {
  $schema?: string
  title?: string
  description?: string
  /** What a key of this object is called in a message: "unknown rule …". */
  $comment?: string
  type?: 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null'
  enum?: readonly Json[]
  default?: Json
  items?: Schema | readonly Schema[]
  minItems?: number
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: boolean | Schema
  /** For editors only, which do not know the rules of plugins. */
  patternProperties?: Readonly<Record<string, Schema>>
  anyOf?: readonly Schema[]
  /** `line-pattern`: a regular expression that cannot hang; see `site/user-pattern.ts`. */
  format?: 'line-pattern'
}
