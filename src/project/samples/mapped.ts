import { child, isLeftOut, member, members, nodesIn, plain } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { UserSchema } from '../../schema/user-schema.ts'
import { isPlaceholder } from '../../schema/values.ts'
import type { JsonNode, Sample } from '../../types.ts'
import { shownBy } from './context.ts'

/** What a sample contradicts in the schema that the user named for it. Placeholders and omissions contradict nothing. */
export function judgeMapped(
  sample: Sample,
  { schema, isFirst }: { schema: UserSchema; isFirst: boolean },
): Contradiction[] {
  const { path: file, node: top = nowhere, problem } = schema
  if (problem !== undefined) {
    const at = sample.schema?.range ?? sample.range
    return isFirst ? [{ kind: 'schema', at, name: '', says: problem, shows: '', place: { path: file, node: top } }] : []
  }
  const root = shownBy(sample)
  if (!root) return []
  return schema.check(plain(root)).flatMap(({ kind, path, key, near, message }): Contradiction[] => {
    const node = follow(root, path)
    if (!node || (kind === 'schema' && isOpen(node))) return []
    const name = [...path, ...(key === undefined ? [] : [key])].join('.').replace(/\.(\d+)(?=\.|$)/g, '[$1]')
    // What is missing has no place of its own.
    const at = members(node).findLast((it) => it.key === key)?.keyRange ?? node.range
    const says = kind === 'schema' ? `${name ? `"${name}"` : 'the sample'} ${message}` : (near ?? '')
    return [{ kind, at, name, says, shows: key ?? '', place: { path: file, node: definition(top, path) } }]
  })
}

const nowhere: JsonNode = { kind: 'null', value: null, range: [0, 0] }

/** The value at a path; nothing where the sample shows no real value there. */
function follow(root: JsonNode, path: string[]): JsonNode | undefined {
  let node: JsonNode | undefined = root
  for (const step of path) node = child(node, step)
  return node && !isLeftOut(node) ? node : undefined
}

/** `null` and placeholders stand for anything, and so does what holds one: which alternative it fits, nobody can tell. */
function isOpen(root: JsonNode): boolean {
  for (const node of nodesIn(root)) {
    if (isLeftOut(node) || (node === root && node.kind === 'null')) return true
    if (node.kind === 'string' && isPlaceholder(String(node.value))) return true
  }
  return false
}

/** Where the schema speaks of a path: as far as `properties` and `items` lead. */
function definition(schema: JsonNode, path: string[]): JsonNode {
  let node = schema
  for (const step of path) {
    const next = /^\d+$/.test(step) ? member(node, 'items') : member(member(node, 'properties'), step)
    if (!next) return node
    node = next
  }
  return node
}
