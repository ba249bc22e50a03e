import type { JsonNode, RepeatedName, Sample } from '../../types.ts'

/** Names that stand for no member: package files repeat them in place of comments. */
const comment = /^(?:\/\/|#|[_$@]*comments?$|\.{3}|…)/i

/**
 * Names that an object has twice. Right below each other they show two ways to write one member, as the two sides of a
 * comparison do; with other members in between, the second was pasted or forgotten. Who tolerates more reads parts and
 * alternatives, too, and these are no objects.
 */
export function repeatedNames(json: JsonNode | undefined, tolerated: Sample['tolerated']): RepeatedName[] {
  if (!json || tolerated.length > 0) return []
  const found: RepeatedName[] = []
  const stack = [json]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'array') stack.push(...node.items)
    if (node.kind !== 'object') continue
    if (node.members.length > 2) found.push(...repeatedIn(node.members))
    for (const { value } of node.members) stack.push(value)
  }
  return found.sort((a, b) => a.range[0] - b.range[0])
}

function repeatedIn(members: Extract<JsonNode, { kind: 'object' }>['members']): RepeatedName[] {
  const seen = new Map<string, number>()
  return members.flatMap(({ key, keyRange }, at) => {
    const before = seen.get(key)
    seen.set(key, at)
    const first = before === undefined || before === at - 1 ? undefined : members[before]
    return first && !comment.test(key) ? [{ name: key, range: keyRange, first: first.keyRange }] : []
  })
}
