import { member, members, text } from '../../parse/json.ts'
import type { JsonNode } from '../../types.ts'

/** An object or a list of a contract that means something to its language. */
export interface Part {
  node: JsonNode
  /** The property or the parameter that it describes; '' for all else. */
  name: string
  /** Whether an author names its members, as those of `properties`. */
  isNamed: boolean
}

/** Data, not structure: a `$ref` in there is only a property. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const', 'value'])
/** The members of these are named by an author; everywhere else a key has its meaning. */
const namesMembers = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'schemas'])

/** All parts of a contract, in no order. */
export function* structureOf(root: JsonNode): Generator<Part> {
  const todo: Part[] = [{ node: root, name: '', isNamed: false }]
  for (let next = todo.pop(); next; next = todo.pop()) {
    yield next
    pushParts(next, todo)
  }
}

function pushParts({ node, name, isNamed }: Part, todo: Part[]): void {
  if (node.kind === 'array')
    for (const it of node.items) if (isComposed(it)) todo.push({ node: it, name: '', isNamed: false })
  for (const { key, value } of members(node)) {
    if (!isComposed(value)) continue
    if (isNamed) todo.push({ node: value, name: key, isNamed: false })
    else if (!data.has(key) && !key.startsWith('x-'))
      todo.push({ node: value, name: nameOf(key, node, name), isNamed: namesMembers.has(key) })
  }
}

function nameOf(key: string, owner: JsonNode, name: string): string {
  if (key === 'items') return `${name}[]`
  return key === 'schema' ? parameterName(owner) : ''
}

/** '' for what is no parameter. */
export function parameterName(node: JsonNode): string {
  return (member(node, 'in') && text(member(node, 'name'))) ?? ''
}

function isComposed({ kind }: JsonNode): boolean {
  return kind === 'object' || kind === 'array'
}
