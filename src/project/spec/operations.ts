import { securitySchemes, securityScopes } from '../../facts/spec/index.ts'
import { isTrue, items, member, members, text } from '../../parse/json.ts'
import type { Document, JsonNode } from '../../types.ts'
import { parsePath } from '../endpoints/paths.ts'
import type { Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'

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
  for (const item of items(node)) {
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
      place,
    })
  }
  return result
}

/** The path of `basePath` (Swagger 2) or of the first server (OpenAPI 3). */
function basePath(root: JsonNode): string {
  const url = text(member(root, 'basePath')) ?? serverUrl(items(member(root, 'servers'))[0])
  return url
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/^\{[^}/]*\}(?=\/)/, '')
    .replace(/\/+$/, '')
}

/** `{root}/{base}`, with what its variables are unless a client says otherwise. */
function serverUrl(server: JsonNode | undefined): string {
  const variables = member(server, 'variables')
  const standard = (name: string) => text(member(member(variables, name), 'default'))
  return (text(member(server, 'url')) ?? '').replace(/\{([^{}/]+)\}/g, (whole, name) => standard(name) ?? whole)
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
