import type { Json, JsonMember, JsonNode } from '../types.ts'

/** A member's value by key; the last one wins, as in `JSON.parse`. */
export function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined
  for (let at = node.members.length - 1; at >= 0; at--) {
    const it = node.members[at]
    if (it?.key === key) return it.value
  }
  return undefined
}

export function text(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? String(node.value) : undefined
}

export function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'boolean' && node.value === true
}

export function isFalse(node: JsonNode | undefined): boolean {
  return node?.kind === 'boolean' && node.value === false
}

/** Whether a sample does not show a value, or not all that it holds. */
export function isLeftOut(node: JsonNode): boolean {
  return node.kind === 'unknown' || ('elided' in node && node.elided === true)
}

/** The `$ref` of an object. A property may be *named* `$ref` (SCIM has one): its value is then no string. */
export function reference(node: JsonNode): string | undefined {
  return text(member(node, '$ref'))
}

export function items(node: JsonNode | undefined): JsonNode[] {
  return node?.kind === 'array' ? node.items : []
}

export function members(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === 'object' ? node.members : []
}

/** A step of a JSON pointer, as a key. */
export function pointedKey(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** What an object or a list holds under a step of a path. */
export function child(node: JsonNode | undefined, step: string): JsonNode | undefined {
  return node?.kind === 'array' ? node.items[Number(step)] : member(node, step)
}

/** A node and all that it holds, in the order of the text. Without recursion, and pushed one by one: a list may have any length. */
export function nodesIn(root: JsonNode): JsonNode[] {
  const found: JsonNode[] = []
  const stack = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.push(node)
    if (node.kind === 'array')
      for (let at = node.items.length - 1; at >= 0; at--) stack.push(node.items[at] as JsonNode)
    if (node.kind !== 'object') continue
    for (let at = node.members.length - 1; at >= 0; at--) stack.push((node.members[at] as JsonMember).value)
  }
  return found
}

export type JsonObject = Extract<JsonNode, { kind: 'object' }>

/** The objects among them: what holds nothing is not looked at. */
export function objectsIn(root: JsonNode): JsonObject[] {
  const found: JsonObject[] = []
  const stack = [root]
  const push = (it: JsonNode) => {
    if (it.kind === 'object' || it.kind === 'array') stack.push(it)
  }
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'array') for (let at = node.items.length - 1; at >= 0; at--) push(node.items[at] as JsonNode)
    if (node.kind !== 'object') continue
    found.push(node)
    for (let at = node.members.length - 1; at >= 0; at--) push((node.members[at] as JsonMember).value)
  }
  return found
}

/** The keys of those objects. */
export function keysIn(root: JsonNode): string[] {
  return objectsIn(root).flatMap(({ members }) => members.map(({ key }) => key))
}

/** The plain value; null where nobody knows it. Objects have no prototype, so a key such as `__proto__` is only a key. */
export function plain(node: JsonNode): Json {
  if (node.kind === 'array') return node.items.map(plain)
  if (node.kind === 'object') {
    const object: { [key: string]: Json } = Object.create(null)
    for (const { key, value } of node.members) object[key] = plain(value)
    return object
  }
  return node.kind === 'unknown' ? null : node.value
}
