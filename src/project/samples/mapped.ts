import { child, isLeftOut, member, nodesIn, plain } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { UserSchema } from '../../schema/user-schema.ts'
import { isPlaceholder } from '../../schema/values.ts'
import type { JsonNode, Range, Sample } from '../../types.ts'
import { shownBy } from './context.ts'

/** What a sample contradicts in the schema that the user named for it. Placeholders and omissions contradict nothing. */
export function judgeMapped(
  sample: Sample,
  { schema, isFirst }: { schema: UserSchema; isFirst: boolean },
): Contradiction[] {
  const place = { path: schema.path, node: schema.node ?? nowhere }
  const base = { place, says: '', shows: '' }
  if (schema.problem !== undefined) {
    const at = sample.schema?.range ?? sample.range
    return isFirst ? [{ ...base, kind: 'schema', at, name: '', says: schema.problem }] : []
  }
  const root = shownBy(sample)
  if (!root) return []
  return schema.check(plain(root)).flatMap(({ kind, path, key, near, message }): Contradiction[] => {
    const found = follow(root, path)
    if (!found || (kind === 'schema' && isOpen(found.node))) return []
    const name = [...path, ...(key === undefined ? [] : [key])].join('.').replace(/\.(\d+)(?=\.|$)/g, '[$1]')
    const at = kind === 'near' || kind === 'unknown' ? (keyRange(found.node, key) ?? found.at) : found.at
    const node = definition(schema.node, path) ?? place.node
    const says = kind === 'schema' ? `${name ? `"${name}"` : 'the sample'} ${message}` : message
    return [{ ...base, kind, at, name, near, says, shows: key ?? '', place: { path: schema.path, node } }]
  })
}

const nowhere: JsonNode = { kind: 'null', value: null, range: [0, 0] }

/** The value at a path, and where it stands; nothing where the sample shows no real value there. */
function follow(root: JsonNode, path: string[]): { node: JsonNode; at: Range } | undefined {
  let node: JsonNode | undefined = root
  for (const step of path) node = child(node, step)
  if (!node || isLeftOut(node)) return undefined
  return { node, at: node.range }
}

/** `null` and placeholders stand for anything, and so does what holds one: which alternative it fits, nobody can tell. */
function isOpen(root: JsonNode): boolean {
  for (const node of nodesIn(root)) {
    if (isLeftOut(node) || (node === root && node.kind === 'null')) return true
    if (node.kind === 'string' && isPlaceholder(String(node.value))) return true
  }
  return false
}

function keyRange(node: JsonNode, key: string | undefined): Range | undefined {
  return node.kind === 'object' ? node.members.findLast((it) => it.key === key)?.keyRange : undefined
}

/** Where the schema speaks of a path: as far as `properties` and `items` lead. */
function definition(schema: JsonNode | undefined, path: string[]): JsonNode | undefined {
  let node = schema
  for (const step of path) {
    const next = /^\d+$/.test(step) ? member(node, 'items') : member(member(node, 'properties'), step)
    if (!next) return node
    node = next
  }
  return node
}
