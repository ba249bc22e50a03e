import { securitySchemes, securityScopes } from '../../facts/spec/index.ts'
import { items, member, members, text } from '../../parse/json.ts'
import type { Document, JsonNode, Range, Scope } from '../../types.ts'
import { parsePath, type Segment } from '../endpoints/paths.ts'
import type { Project } from '../index.ts'
import type { Place } from './trees.ts'

/** A parameter that an operation declares. */
export interface Parameter {
  name: string
  /** `path`, `query`, `header`, `cookie`; of Swagger 2 also `body` and `formData`. */
  in: string
  required: boolean
  type?: string
  /** Where it stands: references are followed. */
  place: Place
}

/** One method on one path of a contract. */
export interface Operation {
  /** The contract that publishes it. */
  spec: string
  /** What reports call that contract. */
  specName: string
  /** Upper case. */
  method: string
  /** As the contract writes it, without the base. */
  template: string
  /** The same in segments, once for each way of reading it. */
  variants: readonly Segment[][]
  /** Path that the servers put before it; '' for none. Unreliable: many contracts repeat it in their paths. */
  base: string
  /** The file that holds the operation, which a reference may put elsewhere. */
  path: string
  at: Range
  /** The path's key, in the contract itself. */
  templateRange: Range
  node: JsonNode
  deprecated: boolean
  /** `x-internal`: not for the public. */
  internal: boolean
  /** `complete` is false where a reference could not be followed. */
  parameters: { list: Parameter[]; complete: boolean }
  /** Sets of scopes, any of which will do; `isOwn` where the operation says it itself, and not the contract for all. */
  security: { alternatives: Scope[][]; isOwn: boolean }
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])

/** All operations of one contract; none for a file that is no OpenAPI. */
export function operationsOf(project: Project, document: Document): Operation[] {
  const { spec } = document.facts
  if (!spec?.data || (spec.kind !== 'openapi' && spec.kind !== 'swagger')) return []
  const root = spec.data
  const base = basePath(root)
  const specName = project.specSettings?.find(({ file }) => file === document.path)?.name ?? document.path
  return members(member(root, 'paths')).flatMap(({ key: template, keyRange, value }) => {
    if (!template.startsWith('/')) return []
    const item = project.specs.resolve({ path: document.path, node: value })
    if (!item) return []
    const { variants } = parsePath(template.replace(/\?.*/, ''))
    const common = parameters(project, item.path, member(item.node, 'parameters'))
    return members(item.node)
      .filter(({ key }) => methods.has(key))
      .map((it): Operation => {
        const own = parameters(project, item.path, member(it.value, 'parameters'))
        const overridden = new Set(own.list.map((p) => `${p.in} ${p.name}`))
        return {
          spec: document.path,
          specName,
          method: it.key.toUpperCase(),
          template,
          variants,
          base,
          path: item.path,
          at: it.keyRange,
          templateRange: keyRange,
          node: it.value,
          deprecated: isTrue(member(it.value, 'deprecated')),
          internal: isTrue(member(it.value, 'x-internal') ?? member(item.node, 'x-internal')),
          parameters: {
            list: [...own.list, ...common.list.filter((p) => !overridden.has(`${p.in} ${p.name}`))],
            complete: own.complete && common.complete,
          },
          security: security(root, it.value),
        }
      })
  })
}

function parameters(project: Project, path: string, node: JsonNode | undefined): Operation['parameters'] {
  const result: Operation['parameters'] = { list: [], complete: true }
  for (const item of node?.kind === 'array' ? node.items : []) {
    const place = project.specs.resolve({ path, node: item })
    const name = text(member(place?.node, 'name'))
    if (!place || name === undefined) {
      result.complete = false
      continue
    }
    result.list.push({
      name,
      in: text(member(place.node, 'in')) ?? '',
      required: isTrue(member(place.node, 'required')),
      type: text(member(place.node, 'type')) ?? text(member(member(place.node, 'schema'), 'type')),
      place,
    })
  }
  return result
}

/** The path of `basePath` (Swagger 2) or of the first server (OpenAPI 3). */
function basePath(root: JsonNode): string {
  const servers = member(root, 'servers')
  const url =
    text(member(root, 'basePath')) ??
    text(member(servers?.kind === 'array' ? servers.items[0] : undefined, 'url')) ??
    ''
  return url
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/^\{[^}/]*\}(?=\/)/, '')
    .replace(/\/+$/, '')
}

/** What stands in for the other at `security`: each alternative asks for all of its scopes; only OAuth has them. */
function security(root: JsonNode, operation: JsonNode): Operation['security'] {
  const own = member(operation, 'security')
  const schemes = securitySchemes(root)
  const hasScopes = (name: string) =>
    /^(?:oauth2|openIdConnect)$/.test(text(member(member(schemes, name), 'type')) ?? '')
  const alternatives = items(own ?? member(root, 'security')).map((it) =>
    securityScopes(members(it).filter(({ key }) => hasScopes(key))),
  )
  return { alternatives, isOwn: own !== undefined }
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'boolean' && node.value === true
}
