import type { JsonMember, JsonNode, Sample, Tolerated } from '../../types.ts'

/** Who writes comments into a sample, or several samples into one block, shows what else may stand there. */
const alternatives: ReadonlySet<Tolerated> = new Set(['comment', 'several', 'preamble'])

/**
 * A name that stands twice in one object, with others in between: whoever reads it gets one of the two values. Right below each
 * other they are two ways to write one thing, and the page shows both.
 */
export function repeatedName(json: JsonNode | undefined, tolerated: readonly Tolerated[]): Sample['repeated'] {
  if (!json || tolerated.some((it) => alternatives.has(it))) return undefined
  if (json.kind === 'array') return firstOf(json.items, tolerated)
  if (json.kind !== 'object' || json.elided) return undefined
  return (
    twice(json.members) ??
    firstOf(
      json.members.map(({ value }) => value),
      tolerated,
    )
  )
}

function firstOf(nodes: readonly JsonNode[], tolerated: readonly Tolerated[]): Sample['repeated'] {
  for (const node of nodes) {
    const found = repeatedName(node, tolerated)
    if (found) return found
  }
  return undefined
}

function twice(members: readonly JsonMember[]): Sample['repeated'] {
  if (members.length < 3) return undefined
  const places = new Map<string, number>()
  for (const [at, { key, keyRange }] of members.entries()) {
    const before = places.get(key)
    const first = before === undefined ? undefined : members[before]
    if (before !== undefined && first && at - before > 1) return { name: key, range: keyRange, first: first.keyRange }
    places.set(key, at)
  }
  return undefined
}
