import { Lines } from '../text.ts'
import type { Document, Endpoint, Range } from '../types.ts'
import type { EndpointGroup } from './types/groups.ts'
import type { Project } from './types/project.ts'

/** One thing that docs-lint understood of a page. Lines count from 1. */
export interface Understood {
  line: number
  what:
    | 'endpoint'
    | 'sample call'
    | 'endpoint table'
    | 'mention'
    | 'scope'
    | 'status'
    | 'parameters'
    | 'schema'
    | 'sample'
  text: string
  /** What it belongs to. */
  endpoint?: string
}

/** All that docs-lint understood of a page, in the order of its lines. */
export function inspect(project: Project, document: Document): Understood[] {
  const lines = new Lines(document.text)
  const { facts } = document
  const add = (range: Range, section: number, what: Understood['what'], text: string): Understood => {
    const group = project.endpoints.of(document, section)
    return { line: lines.at(range[0]).line, what, text, endpoint: group && nameOf(group) }
  }
  const found = [
    ...facts.endpoints.flatMap((it) => {
      const what = words[it.role]
      return what ? [add(it.pathRange, it.section, what, describe(it) + publishedAs(project, it))] : []
    }),
    ...facts.endpointTables
      .filter((it) => it.kind !== 'paths' || it.rows.length > 1)
      .map((it) => add(it.range, it.section, 'endpoint table', `${it.rows.length} rows, by ${by[it.kind]}`)),
    ...facts.scopes.map((it) => add(it.range, it.section, 'scope', `${it.name} (${it.role})`)),
    ...facts.statuses.map((it) => add(it.reasonRange, it.section, 'status', `${it.code} ${it.reason ?? ''}`.trim())),
    ...facts.schemas.map((it) =>
      add(
        it.range,
        it.section,
        it.role === 'parameters' ? 'parameters' : 'schema',
        it.fields.map(({ path }) => path.join('.').replaceAll('.[]', '[]')).join(', '),
      ),
    ),
    ...[...facts.samples, ...facts.forms].map((it) => add(it.range, it.section, 'sample', sampleText(it))),
  ]
  return found.sort((a, b) => a.line - b.line)
}

const words: Partial<Record<Endpoint['role'], Understood['what']>> = {
  definition: 'endpoint',
  sample: 'sample call',
  mention: 'mention',
}

const by = { paths: 'method and path', names: 'method and name', methods: 'methods per scope' }

function describe({ method, host, path }: Endpoint): string {
  return `${method ?? '?'} ${path}${host === undefined ? '' : ` at ${host}`}`
}

/** The operation that the endpoint is, where a contract has it. */
function publishedAs(project: Project, endpoint: Endpoint): string {
  const operation = endpoint.role === 'definition' ? project.specs.operationOf(endpoint) : undefined
  return operation ? `, ${operation.method} ${operation.template} in ${operation.specName}` : ''
}

function sampleText({ role, status, json, error, container }: Document['facts']['samples'][number]): string {
  if (container === 'form') return `${role}, form`
  const state = json ? 'JSON' : error ? `no JSON: ${error.message}` : 'not read'
  return `${role === 'unknown' ? 'body' : role}${status === undefined ? '' : ` ${status}`}, ${state}, ${container}`
}

/** `POST /items`, however many URIs there are. */
export function nameOf({ definitions: [first], method }: EndpointGroup): string {
  return `${first?.method ?? method ?? '?'} ${first?.path ?? ''}`
}
