import { member, members } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { type Judge, judgeBy } from '../../schema/judge.ts'
import type { Document, JsonMember, JsonNode } from '../../types.ts'
import type { Project } from '../types/project.ts'

/** What a contract shows of its own schemas, where they say otherwise. */
export function exampleContradictions(project: Project, { path, facts: { spec } }: Document): Contradiction[] {
  if (!spec?.data || (spec.kind !== 'openapi' && spec.kind !== 'swagger')) return []
  const judge = judgeBy(project.specs.resolve)
  return [...shownIn(spec.data)].flatMap((it) => judged(it, path, judge))
}

/** A value that is shown, and the schema that it is shown for. */
interface Shown {
  node: JsonNode
  schema: JsonNode
  /** The property that has that schema; '' for a whole body or a parameter. */
  name: string
}

/** Data, and not structure: an `example` in there is a property. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const', 'value'])
/** Members whose names authors choose. */
const named = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'schemas'])

/** A part of a contract, and of which property. */
interface Part {
  node: JsonNode
  name: string
  /** Whether an author names its members. */
  isNamed: boolean
}

function* shownIn(root: JsonNode): Generator<Shown> {
  const todo: Part[] = [{ node: root, name: '', isNamed: false }]
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (!next.isNamed) yield* shownBeside(next.node, next.name)
    todo.push(...partsOf(next))
  }
}

function partsOf({ node, name, isNamed }: Part): Part[] {
  if (node.kind === 'array') return node.items.map((it) => ({ node: it, name: '', isNamed: false }))
  return members(node).flatMap(({ key, value }): Part[] => {
    if (isNamed) return [{ node: value, name: key, isNamed: false }]
    if (data.has(key) || key.startsWith('x-')) return []
    return [{ node: value, name: key === 'items' ? `${name}[]` : '', isNamed: named.has(key) }]
  })
}

function* shownBeside(node: JsonNode, name: string): Generator<Shown> {
  const schema = member(node, 'schema')
  const single = member(node, 'example')
  const several = schema ? members(member(node, 'examples')).map(exampleOf) : []
  if (!schema && !(single && isSchema(node))) return
  for (const it of [single, ...several]) if (it) yield { node: it, schema: schema ?? node, name: schema ? '' : name }
}

/** OpenAPI 3 gives each a name and a value; Swagger 2 names media types. */
function exampleOf({ key, value }: JsonMember): JsonNode | undefined {
  return key.includes('/') ? value : member(value, 'value')
}

function isSchema(node: JsonNode): boolean {
  return ['type', '$ref', 'properties', 'allOf', 'enum', 'items'].some((it) => member(node, it) !== undefined)
}

/** Of a name that is misspelt, no more than that. */
function judged({ node, schema, name }: Shown, path: string, judge: Judge): Contradiction[] {
  const rows = new Set<JsonNode>()
  return judge(node, { path, node: schema }).flatMap((it) => {
    if (rows.has(it.place.node)) return []
    rows.add(it.place.node)
    return { ...it, name: it.name === '' ? name : it.name }
  })
}
