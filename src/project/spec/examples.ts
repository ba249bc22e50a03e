import { keywords } from '../../facts/schemas/json-schemas.ts'
import { type Part, parameterName, structureOf } from '../../facts/spec/structure.ts'
import { member, members, text } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { type Judge, judgeBy } from '../../schema/judge.ts'
import type { Document, JsonMember, JsonNode } from '../../types.ts'
import type { Project } from '../types/project.ts'

/** What a contract shows of its own schemas, where they say otherwise. */
export function exampleContradictions(project: Project, { path, text: source, facts }: Document): Contradiction[] {
  const { spec } = facts
  if (!spec?.data || !source.includes('example') || (spec.kind !== 'openapi' && spec.kind !== 'swagger')) return []
  const judge = judgeBy(project.specs.resolve)
  const found: Contradiction[] = []
  for (const part of structureOf(spec.data)) for (const it of shownBeside(part)) found.push(...judged(it, path, judge))
  return found
}

/** A value that is shown, and the schema that it is shown for. */
interface Shown {
  node: JsonNode
  schema: JsonNode
  /** The property or the parameter that has that schema; '' for a whole body. */
  name: string
}

function shownBeside({ node, name, isNamed }: Part): Shown[] {
  if (isNamed) return []
  let [schema, single, several]: (JsonNode | undefined)[] = []
  for (const { key, value } of members(node))
    if (key === 'schema') schema = value
    else if (key === 'example') single = value
    else if (key === 'examples') several = value
  if (!schema && !(single && keywords.some((it) => member(node, it)))) return []
  const shown = [single, ...(schema ? members(several).map(exampleOf) : [])]
  const about = { schema: schema ?? node, name: schema ? parameterName(node) : name }
  return shown.flatMap((it) => (it ? { ...about, node: it } : []))
}

/** OpenAPI 3 gives each a name and a value; Swagger 2 names media types. */
function exampleOf({ key, value }: JsonMember): JsonNode | undefined {
  return key.includes('/') ? value : member(value, 'value')
}

/** Of a name that is misspelt, no more than that. */
function judged({ node, schema, name }: Shown, path: string, judge: Judge): Contradiction[] {
  const rows = new Set<JsonNode>()
  return judge(node, { path, node: schema }).flatMap((it) => {
    if (rows.has(it.place.node) || isLongInteger(it)) return []
    rows.add(it.place.node)
    return { ...it, name: it.name === '' ? name : it.name }
  })
}

/** Protocol buffers write what does not fit into a number of JavaScript as a string, and read either. */
function isLongInteger({ kind, place }: Contradiction): boolean {
  return kind === 'type' && /^u?int64$/.test(text(member(place.node, 'format')) ?? '')
}
