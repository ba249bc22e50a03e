import { onlyOne } from '../../../grouped.ts'
import { member, members } from '../../../parse/json.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { foldName } from '../../../schema/keys.ts'
import { merged } from '../../../schema/merge.ts'
import type { Place } from '../../../schema/place.ts'
import { typesOf } from '../../../schema/shape.ts'
import type { Document, JsonNode, Sample } from '../../../types.ts'
import { holdsDeeper, inputsOf, under } from '../../spec/request.ts'
import type { Operation } from '../../types/contracts.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'
import type { SampleContext } from '../../types/samples.ts'
import { shownBy } from '../context.ts'
import { isFieldValue } from './field-values.ts'
import { fitOf, viewsOf } from './fit.ts'
import type { SchemaLinks } from './types.ts'

/** The schema that a contract gives a sample: that of the body which the operation of its section takes, or answers. */
export function operationSchema(
  project: Project,
  document: Document,
  sample: Sample,
  links: SchemaLinks,
): Place | undefined {
  const json = shownBy(sample)
  const operation = json && operationAt(project, document, sample, links)
  const place = operation && bodyOf(project, operation, links.context(document, sample))
  const schema = place && project.specs.resolve(place)
  return schema && fits(project, json, schema) ? schema : undefined
}

function operationAt(project: Project, document: Document, sample: Sample, links: SchemaLinks): Operation | undefined {
  const group = project.endpoints.of(document, sample.section)
  if (group) return links.operation(group)
  const call = links.sentBy(document, sample)
  return call && project.specs.calledBy(call)
}

/**
 * What a body shows where the operation takes an object of which it shows nothing: each of its names is unknown. A part of
 * the object, or the object in an envelope, is another matter.
 */
export function strangeBody(project: Project, document: Document, sample: Sample, links: SchemaLinks): Contradiction[] {
  const json = shownBy(sample)
  const { role, failing } = links.context(document, sample)
  if (json?.kind !== 'object' || role !== 'request' || failing || sample.tolerated.includes('fragment')) return []
  if (isFieldValue(document, sample, json)) return []
  const operation = operationAt(project, document, sample, links)
  const place = operation && bodyOf(project, operation, { role, failing })
  const { list, open } = operation ? inputsOf(project, operation) : { list: [], open: true }
  const body = list.filter((it) => it.in === 'body')
  if (!place || open || body.length === 0 || json.elided) return []
  const isKnown = (key: string) =>
    list.some(({ name }) => foldName(name) === foldName(key)) || holdsDeeper(project, body, key)
  const keys = json.members.flatMap((it) => [it, ...members(it.value)])
  return keys.some(({ key }) => isKnown(key))
    ? []
    : json.members.map(({ key, keyRange }) => ({
        kind: 'unknown',
        at: keyRange,
        name: key,
        says: '',
        shows: key,
        place,
      }))
}

/** Of contracts that differ, nobody can tell which one the page is about; where neither says a method, the path must have only one. */
export function operationOf(project: Project, group: EndpointGroup): Operation | undefined {
  const found = group.definitions.flatMap((endpoint) => {
    const { method = group.method } = endpoint
    return project.specs.comparison
      .matches(endpoint)
      .filter(({ loose, operation }) => !loose && operation.method === (method ?? operation.method))
  })
  return onlyOne(new Set(found.map(({ operation }) => operation)))
}

function bodyOf(project: Project, operation: Operation, context: SampleContext): Place | undefined {
  const { path, node } = operation
  if (context.role === 'response') return answerOf(project, operation, context.status)
  if (context.role !== 'request' || context.failing) return undefined
  const body = operation.parameters.list.find((it) => it.in === 'body')?.place
  const place = body ?? under(project, { path, node }, 'requestBody')
  return place && schemaIn(project, place)
}

/** The answer of a status; where the page says none, the only one that is a success. */
function answerOf(project: Project, { path, node }: Operation, status: number | undefined): Place | undefined {
  const responses = members(member(node, 'responses'))
  const keys = status === undefined ? [] : [`${status}`, `${Math.floor(status / 100)}XX`, 'default']
  const known = keys.find((key) => responses.some((it) => it.key.toUpperCase() === key.toUpperCase()))
  const named = responses.filter(({ key }) => (status === undefined ? key.startsWith('2') : key === known))
  const schemas = named.flatMap(({ value }) => {
    const response = project.specs.resolve({ path, node: value })
    return (response && schemaIn(project, response)) ?? []
  })
  return onlyOne(schemas)
}

/** The schema of JSON in what holds it: directly (Swagger 2), or by media type (OpenAPI 3). */
function schemaIn(project: Project, holder: Place): Place | undefined {
  const direct = under(project, holder, 'schema')
  if (direct) return direct
  const content = under(project, holder, 'content')
  const json = members(content?.node).find(({ key }) => /[/+]json\b/i.test(key))
  return content && json && under(project, { path: content.path, node: json.value }, 'schema')
}

/** A sample that shares less than half of its keys with the schema shows something else. */
export function fits(project: Project, json: JsonNode, place: Place): boolean {
  const { resolve } = project.specs
  const schema = merged(place, resolve)
  if (!schema) return false
  const types = typesOf(schema.node)
  if (json.kind !== 'object' && json.kind !== 'array') return false
  if (types?.length === 1 && types[0] !== json.kind) return false
  const isList = types?.[0] === 'array' && member(schema.node, 'items') !== undefined
  const item = isList ? under(project, schema, 'items') : schema
  const inner = item && merged(item, resolve)
  const keys = new Set(members(inner && member(inner.node, 'properties')).map(({ key }) => foldName(key)))
  const { share, level } = fitOf(viewsOf(json), keys)
  return level === 0 && share >= 0.5
}
