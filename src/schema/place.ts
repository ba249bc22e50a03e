import { onlyOne } from '../grouped.ts'
import { items, member } from '../parse/json.ts'
import type { JsonNode, Range } from '../types.ts'

/** A part of a schema or of a contract, and the document that it stands in. */
export interface Place {
  path: string
  node: JsonNode
}

/** Words of a page in the place of a schema. */
export function placeAt(path: string, range: Range): Place {
  return { path, node: { kind: 'unknown', range } }
}

/** Follows a `$ref`; `undefined` where nobody can tell what it means. */
export type Resolve = (place: Place) => Place | undefined

/** What a schema takes and nothing else: its constant, or the one value of its list. */
export function onlyValue(schema: JsonNode): JsonNode | undefined {
  return member(schema, 'const') ?? onlyOne(items(member(schema, 'enum')))
}
