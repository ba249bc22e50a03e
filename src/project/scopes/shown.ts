import { members, nodesIn } from '../../parse/json.ts'
import type { Document, JsonNode, Scope } from '../../types.ts'

/** Scopes that the samples of a page show under a key that says what they are: `"scopes": ["orders:read"]`. Words of one part may be anything. */
export function shownScopes({ text, facts }: Document): Pick<Scope, 'name' | 'range'>[] {
  // Few pages have such a key, and one look at a page costs less than one at all that its samples hold.
  if (facts.samples.length === 0 || !text.includes('"scope')) return []
  const found = facts.samples.flatMap(({ json }) => (json ? [...nodesIn(json)].flatMap(valuesIn) : []))
  return found.flatMap((node) => {
    if (node.kind !== 'string') return []
    const [start] = node.range
    const written = text.slice(...node.range)
    let end = 0
    return String(node.value)
      .split(/[\s,]+/)
      .flatMap((name) => {
        // What is escaped is not found as it is meant.
        const at = compound.test(name) ? written.indexOf(name, end) : -1
        if (at < 0) return []
        end = at + name.length
        return [{ name, range: [start + at, start + end] as const }]
      })
  })
}

const compound = /^[A-Za-z]\w*[.:_/-][\w.:/-]*\w$/

function valuesIn(node: JsonNode): JsonNode[] {
  return members(node).flatMap(({ key, value }) =>
    key === 'scope' || key === 'scopes' ? (value.kind === 'array' ? value.items : [value]) : [],
  )
}
