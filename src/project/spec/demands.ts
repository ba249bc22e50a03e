import { items, member, members, text } from '../../parse/json.ts'
import { nearest } from '../../spelling.ts'
import type { Finding, JsonNode } from '../../types.ts'

/**
 * Properties that a schema requires and does not have, and that are a slip of one that it has. Any other may come from
 * elsewhere: a schema that it is put together with, or a reader that knows more.
 */
export function misspeltDemands(parts: readonly JsonNode[]): Finding[] {
  return parts.flatMap(misspeltIn).sort((a, b) => a.at[0] - b.at[0])
}

function misspeltIn(schema: JsonNode): Finding[] {
  const demanded = items(member(schema, 'required'))
  const properties = new Set(members(member(schema, 'properties')).map(({ key }) => key))
  if (demanded.length === 0 || properties.size === 0) return []
  const required = new Set(demanded.map(text))
  return demanded.flatMap((it) => {
    const name = text(it)
    if (name === undefined || properties.has(name)) return []
    const others = [...properties].filter((key) => !required.has(key))
    const near = nearest(name, others)
    if (near === undefined) return []
    return {
      at: it.range,
      severity: 'warning',
      message: `the schema requires "${name}", and has no such property`,
      help: `did you mean "${near}"?`,
    }
  })
}
