import { member, members } from '../../parse/json.ts'
import { byStart, plural } from '../../text.ts'
import type { JsonMember, JsonNode, Problem, Range, Spec } from '../../types.ts'
import { schemaTypes } from '../schemas/json-schemas.ts'
import { type Fields, type Language, languageOf } from './language.ts'

/** The last is one of Swagger's. */
const types = new Set([...schemaTypes, 'file'])

/** Where a contract's structure is not that of its language. */
export function shapeProblems(data: JsonNode, spec: Spec): Problem[] {
  const language = languageOf(spec.kind, spec.version)
  const found: Problem[] = []
  const todo: Visit[] = [{ node: data, kind: 'root', name: 'the document', at: [data.range[0], data.range[0] + 1] }]
  for (let visit = todo.pop(); visit; visit = todo.pop()) {
    const fields = language.objects.get(visit.kind)
    if (fields && visit.node.kind === 'object') found.push(...objectProblems(visit, fields, language))
    else found.push(...valueProblems(visit, fields !== undefined))
    todo.push(...parts(visit, fields))
  }
  found.sort(byStart)
  return newerOnce(foreignOnce(found, language), language)
}

interface Visit {
  node: JsonNode
  kind: string
  /** What a message calls it, and where a missing field is reported. */
  name: string
  at: Range
}

function problem(range: Range, message: string, help?: string): Problem {
  return { kind: 'schema', range, message, help }
}

/** What stands below a value, with the kinds that its own kind gives. */
function parts({ node, kind, name }: Visit, fields: Fields | undefined): Visit[] {
  if (node.kind === 'object') {
    const inner = kind.startsWith('{') ? kind.slice(1, -1) : undefined
    if (kind === 'items') return [{ node, kind: 'schema', name, at: node.range }]
    return node.members.flatMap(({ key, keyRange, value }) => {
      const found = inner ?? fields?.kinds.get(key)
      return found === undefined || (inner && key.startsWith('x-'))
        ? []
        : { node: value, kind: found, name: `"${key}"`, at: keyRange }
    })
  }
  if (node.kind !== 'array') return []
  const inner = kind.startsWith('[') ? kind.slice(1, -1) : kind === 'items' ? 'schema' : undefined
  return inner ? node.items.map((it) => ({ node: it, kind: inner, name: `an item of ${name}`, at: it.range })) : []
}

function objectProblems({ node, name, at }: Visit, fields: Fields, language: Language): Problem[] {
  // A reference stands for another object: what is missing here is there.
  if (member(node, '$ref')?.kind === 'string') return []
  const missing = fields.required.filter((it) => member(node, it) === undefined)
  const unknown = fields.isOpen ? [] : lastOfEach(members(node)).filter(({ key }) => isUnknown(key, fields))
  return [
    ...missing.map((field) => problem(at, `${name} has no "${field}", which ${language.name} requires`)),
    ...unknown.map(({ key, keyRange }) => problem(keyRange, `"${key}" is not a field of ${name} in ${language.name}`)),
  ]
}

function isUnknown(key: string, { kinds }: Fields): boolean {
  return !kinds.has(key) && !key.startsWith('x-') && key !== '$schema'
}

/** Of several members of one name, the last one counts, in the place of the first. */
function lastOfEach(all: readonly JsonMember[]): JsonMember[] {
  return [...new Map(all.map((it) => [it.key, it])).values()]
}

function valueProblems({ node, kind, name }: Visit, wantsObject: boolean): Problem[] {
  // An alias of YAML is read as null, and `true` is a schema: nothing can be said about them.
  if (node.kind === 'null' || kind === 'any' || (kind === 'schema' && node.kind === 'boolean')) return []
  if (kind === 'type') return (node.kind === 'array' ? node.items : [node]).flatMap(typeProblems)
  if (kind === 'oneType') return newerTypes(node) ?? typeProblems(node)
  if (kind === 'items') return []
  const wanted = wantsObject || kind.startsWith('{') ? 'object' : kind.startsWith('[') ? 'array' : kind
  return node.kind === wanted ? [] : [problem(node.range, `${name} is ${article(node.kind)}, not ${article(wanted)}`)]
}

function typeProblems(node: JsonNode): Problem[] {
  if (node.kind !== 'string') {
    const help = member(node, '$ref') ? 'write "$ref" in place of "type"' : undefined
    return [problem(node.range, `"type" is ${article(node.kind)}, not the name of a JSON Schema type`, help)]
  }
  const type = String(node.value)
  if (types.has(type)) return []
  const help = /^(?:date|datetime|date-time|uuid|uri|email)$/i.test(type)
    ? `write type "string" with format "${type}"`
    : 'write string, number, integer, boolean, array, object or null'
  return [problem(node.range, `"${type}" is not a JSON Schema type`, help)]
}

function newerTypes(node: JsonNode): Problem[] | undefined {
  if (node.kind === 'array') return [problem(node.range, 'a list is no type')]
  return node.kind === 'string' && node.value === 'null' ? [problem(node.range, '"null" is no type')] : undefined
}

/** A document that calls itself Swagger 2 and is written in OpenAPI 3 has one defect, not one for each field. */
function foreignOnce(problems: Problem[], language: Language): Problem[] {
  const foreign = problems.filter(({ message }) =>
    /^"(?:servers|components|requestBody|content)" is not a field/.test(message),
  )
  const [first] = foreign
  if (!first || !language.name.startsWith('Swagger')) return problems
  const fields = [...new Set(foreign.map(({ message }) => message.split(' ', 1)[0]))]
  const message = `${fields.join(', ')}: fields of OpenAPI 3 in a document that calls itself ${language.name}`
  return asOne(problems, foreign, { ...first, message, help: 'write "openapi": "3.0.3" in place of "swagger"' })
}

/** So has one that is written in OpenAPI 3.1 and calls itself 3.0. */
function newerOnce(problems: Problem[], { name }: Language): Problem[] {
  const newer = problems.filter(({ message }) => message.endsWith(' is no type'))
  const [first] = newer
  if (!first) return problems
  const others = newer.length > 1 ? `, here and in ${plural(newer.length - 1, 'other place')}` : ''
  const help = 'write "nullable: true" beside the one type, or "openapi: 3.1.0"'
  return asOne(problems, newer, { ...first, message: `${first.message} in ${name}${others}`, help })
}

/** With one in place of several, where the first of them stands. */
function asOne(problems: Problem[], several: readonly Problem[], one: Problem): Problem[] {
  return problems.flatMap((it) => (it === several[0] ? one : several.includes(it) ? [] : it))
}

function article(kind: string): string {
  return /^[aeio]/.test(kind) ? `an ${kind}` : `a ${kind}`
}
