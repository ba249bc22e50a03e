import type { JsonMember, JsonNode, Range } from '../types.ts'

/** A schema is written as JSON that stands somewhere on a page: every part has the place that says it. */
export function string(range: Range, value: string): JsonNode {
  return { kind: 'string', value, range }
}

export function number(range: Range, value: number | undefined): JsonNode | undefined {
  return value === undefined ? undefined : { kind: 'number', value, range }
}

export function array(range: Range, items: JsonNode[]): JsonNode {
  return { kind: 'array', items, range }
}

/** A list of words. */
export function strings(range: Range, values: readonly string[]): JsonNode {
  return array(
    range,
    values.map((it) => string(range, it)),
  )
}

export function object(range: Range, values: { [key: string]: JsonNode | undefined }): JsonNode {
  const members: JsonMember[] = []
  for (const key in values) {
    const value = values[key]
    if (value) members.push({ key, keyRange: range, value })
  }
  return { kind: 'object', members, range }
}
