import { items, member, members, objectsIn, pointedKey, text as textValue } from '../../parse/json.ts'
import { parseJson } from '../../parse/json-tree.ts'
import type { ParsedYaml } from '../../parse/yaml/parsed.ts'
import { parseYaml } from '../../parse/yaml.ts'
import type { Facts, Host, JsonMember, JsonNode, Problem, Scope, Spec } from '../../types.ts'
import { hostIn } from '../endpoints/hosts.ts'
import { nothing } from '../nothing.ts'
import { yamlSuppressions } from '../pages/data-suppressions.ts'
import { asScope } from '../scopes/stated.ts'
import { specPlaceholders } from './placeholders.ts'
import { shapeProblems } from './shape.ts'

/** Whether the first kilobytes look like a contract; Swagger 1 (`swaggerVersion`) is another language. */
export function looksLikeSpec(head: string): boolean {
  if (/"swaggerVersion"|"apis"\s*:\s*\[/.test(head)) return false
  // A list holds contracts at best, as a suite of tests for them does.
  if (/^[^\w"'#{-]{0,20}\[/.test(head)) return false
  return (
    /^\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\b/m.test(head) ||
    /["'{,\s](?:openapi|swagger)["']\s*:\s*["']?[23]\./.test(head) ||
    /["']?\$schema["']?\s*:\s*["']?https?:\/\/json-schema\.org\//.test(head)
  )
}

/** JSON or YAML by the file's name, with positions. */
export function parseData(path: string, text: string): ParsedYaml {
  return path.endsWith('.json') ? parseJson(text) : parseYaml(text)
}

/** All that a contract states: its tree, its scopes, and what is wrong with its structure. */
export function extractSpec(path: string, text: string): Facts {
  const { data, errors, isTooLong } = parseData(path, text)
  const problems: Problem[] = errors
    .slice(0, 1)
    .map(({ range, message }) =>
      isTooLong
        ? { kind: 'limit', range, message: `${message}, so the contract was not read` }
        : { kind: 'schema', range, message: `the file does not parse: ${message}` },
    )
  if (!data) return { ...nothing(text, problems), spec: { kind: 'fragment', version: '' } }
  const spec: Spec = { ...identify(data), data }
  return {
    ...nothing(text, [...problems, ...shapeProblems(data, spec)]),
    suppressions: path.endsWith('.json') ? [] : yamlSuppressions(text),
    placeholders: specPlaceholders(data, text),
    hosts: serverHosts(text, data),
    scopes: [...catalogue(data), ...required(data)],
    spec,
  }
}

/** The file that another contract refers to. It is parsed when somebody asks for what it says. */
export function extractFragment(text: string): Facts {
  return { ...nothing(text), spec: { kind: 'fragment', version: '' } }
}

/** Operations that a build merges into a contract: they refer to what only that has, as it alone has a title. */
export function isPiece(data: JsonNode): boolean {
  if (member(data, 'paths') === undefined || member(data, 'info') !== undefined) return false
  const refs = new Set(objectsIn(data).flatMap((it) => textValue(member(it, '$ref')) ?? []))
  const lacking = [...refs].filter((it) => it.startsWith('#/') && !isAt(data, it))
  return lacking.length > 1
}

function isAt(data: JsonNode, ref: string): boolean {
  const steps = ref.slice(2).split('/')
  return steps.reduce<JsonNode | undefined>((at, it) => member(at, pointedKey(it)), data) !== undefined
}

function identify(data: JsonNode): Pick<Spec, 'kind' | 'version'> {
  const version = (key: string) => {
    const node = member(data, key)
    return node?.kind === 'string' || node?.kind === 'number' ? String(node.value) : undefined
  }
  const openapi = version('openapi')
  const swagger = version('swagger')
  if (openapi?.startsWith('3')) return { kind: 'openapi', version: openapi }
  if (swagger?.startsWith('2')) return { kind: 'swagger', version: swagger }
  return { kind: 'json-schema', version: textValue(member(data, '$schema')) ?? '' }
}

/** Where the API is called: `host` of Swagger 2, or the one server of OpenAPI 3. Several servers are stages that the contract tells apart. */
function serverHosts(text: string, data: JsonNode): Host[] {
  const servers = items(member(data, 'servers'))
  return [member(data, 'host'), servers.length === 1 ? member(servers[0], 'url') : undefined].flatMap((node) => {
    const host = node?.kind === 'string' ? hostIn(text, node.range) : undefined
    return host ? [host] : []
  })
}

/** Security schemes: `securityDefinitions` of Swagger 2, `components.securitySchemes` of OpenAPI 3. */
export function securitySchemes(data: JsonNode): JsonNode | undefined {
  return member(data, 'securityDefinitions') ?? member(member(data, 'components'), 'securitySchemes')
}

function catalogue(data: JsonNode): Scope[] {
  return members(securitySchemes(data)).flatMap(({ value: scheme }) => {
    const flows = [scheme, ...members(member(scheme, 'flows')).map(({ value }) => value)]
    return flows
      .flatMap((flow) => members(member(flow, 'scopes')))
      .map(({ key, keyRange }) => asScope('catalogue', 0)({ name: key, range: keyRange }))
  })
}

function required(data: JsonNode): Scope[] {
  const operations = members(member(data, 'paths')).flatMap(({ value }) => members(value).map((it) => it.value))
  return [data, ...operations]
    .flatMap((it) => items(member(it, 'security')))
    .flatMap((it) => securityScopes(members(it)))
}

/** The scopes that one requirement of a `security` list asks for, whatever their schemes. */
export function securityScopes(schemes: readonly JsonMember[]): Scope[] {
  return schemes
    .flatMap(({ value }) => items(value))
    .filter(({ kind }) => kind === 'string')
    .map((it) => asScope('required', 0)({ name: textValue(it) ?? '', range: it.range }))
}
