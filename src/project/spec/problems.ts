import { securitySchemes } from '../../facts/spec/index.ts'
import { structureOf } from '../../facts/spec/structure.ts'
import { items, member, members, text } from '../../parse/json.ts'
import { nearest } from '../../spelling.ts'
import { byStart, plural } from '../../text.ts'
import type { Document, Finding, JsonNode, Problem } from '../../types.ts'
import { folded, isVersion } from '../endpoints/paths.ts'
import type { Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import { misspeltDemands } from './demands.ts'
import { emptyUrls } from './empty-urls.ts'
import { recasedKeywords } from './keywords.ts'
import { mediaTypeProblems } from './media-types.ts'
import { isBareName, isSchema } from './registered.ts'

/** What is wrong with a contract's references, paths and security: all that one object alone does not tell. */
export function specProblems(project: Project, document: Document, unparsed: Problem[]): Finding[] {
  const { spec } = document.facts
  if (!spec) return []
  const root = project.specs.tree(document.path)
  const unreadable = [...document.facts.problems, ...unparsed]
    .filter((it) => it.kind === 'schema')
    .map(({ range, message, help }) => ({ at: range, message, help }))
  if (!root) return unreadable
  const operations = project.specs.operations(document)
  const parts = [...structureOf(root)].flatMap(({ node, isNamed }) => (isNamed ? [] : node))
  return [
    ...unreadable,
    ...dangling(project, document.path, root, parts),
    ...misspeltDemands(parts),
    ...recasedKeywords(parts),
    ...(spec.kind === 'json-schema' ? [] : [...emptyUrls(parts), ...mediaTypeProblems(root, parts, operations)]),
    ...undeclared(operations),
    ...repeatedBase(document, operations),
    ...unknownSchemes(root, operations),
  ]
}

function dangling(project: Project, path: string, root: JsonNode, parts: readonly JsonNode[]): Finding[] {
  // A schema that has an address is referred to by address: where that leads, no file says.
  const hasAddress = /^https?:/.test(text(member(root, '$id')) ?? '')
  const refs: JsonNode[] = []
  for (const node of parts) {
    const ref = member(node, '$ref')
    if (ref?.kind === 'string' && !(hasAddress && !text(ref)?.startsWith('#'))) refs.push(ref)
  }
  const isRegistered = registeredIn(project, path, root)
  const said = new Set<string>()
  return refs.toSorted(byStart).flatMap((ref) => {
    const name = text(ref) ?? ''
    const [found] = danglingReference(project, path, ref)
    if (!found || !isRegistered(name)) return found ?? []
    if (said.has(name) || !project.specs.isFirstAsking(path, name)) return []
    said.add(name)
    return [{ ...found, message: `no schema of this folder is called "${name}"`, severity: 'warning' as const }]
  })
}

/** What a schema refers to by a bare name, and does not define itself, code may know: it is said once for all schemas of the folder. */
function registeredIn(project: Project, path: string, root: JsonNode): (name: string) => boolean {
  if (!isSchema(project.documents.get(path))) return () => false
  const own = members(member(root, 'definitions') ?? member(root, '$defs')).map(({ key }) => key)
  return (name) => isBareName(name) && !own.includes(name)
}

function danglingReference(project: Project, path: string, node: JsonNode): Finding[] {
  const ref = text(node) ?? ''
  // A name without a path (`Pet`) meant `#/definitions/Pet` in early Swagger, and a `$ref` to the network is not followed.
  if (project.specs.target(path, ref) !== undefined) return []
  const [file = '', fragment = ''] = ref.split('#', 2)
  const place = fragment === '' ? undefined : project.specs.target(path, `${file}#${fragment.replace(/\/[^/]*$/, '')}`)
  const near =
    place && place !== 'outside'
      ? nearest(
          fragment.replace(/^.*\//, ''),
          members(place.node).map((it) => it.key),
        )
      : undefined
  return [
    {
      at: node.range,
      message: `"${ref}" does not exist`,
      help: near && `did you mean "${ref.replace(/[^/]*$/, near)}"?`,
    },
  ]
}

/** Path parameters that no operation declares, and queries in paths. */
function undeclared(operations: readonly Operation[]): Finding[] {
  const found = new Map<string, Finding>()
  for (const { template, templateRange, method, parameters } of operations) {
    if (template.includes('?')) {
      found.set(template, {
        at: templateRange,
        message: `the path "${template}" holds a query`,
        help: 'declare its parameters as "in: query"',
      })
    }
    if (!parameters.complete) continue
    const declared = parameters.list.filter((it) => it.in === 'path').map((it) => it.name)
    for (const [, name = ''] of template.replace(/\?.*/, '').matchAll(/\{([^{}]+)\}/g)) {
      const key = `${template} ${name}`
      if (declared.includes(name) || found.has(key)) continue
      const near = nearest(name, declared)
      found.set(key, {
        at: templateRange,
        message: `${method} does not declare the path parameter {${name}}`,
        help: near ? `it declares "${near}"` : undefined,
      })
    }
  }
  return [...found.values()]
}

/** `/orders/v4` + `/v4/items`: clients put the base before every path, so it must not be there already. */
function repeatedBase(document: Document, operations: readonly Operation[]): Finding[] {
  const [first] = operations
  if (!first || first.base === '') return []
  const base = first.base.split('/').filter(Boolean).map(folded)
  const repeating = [...new Map(operations.map((it) => [it.template, it])).values()].filter(({ template }) =>
    overlaps(base, template.split('/').filter(Boolean).map(folded)),
  )
  const root = document.facts.spec?.data
  const node = member(root, 'basePath') ?? member(root, 'servers')
  const [example] = repeating
  if (!node || !example) return []
  return [
    {
      at: node.range,
      message: `the base path "${first.base}" is repeated in ${plural(repeating.length, 'path')}, such as "${example.template}"`,
      help: 'remove it from the paths, or from the base',
      related: repeating
        .slice(0, 5)
        .map((it) => ({ path: it.spec, at: it.templateRange, message: 'repeats the base path' })),
    },
  ]
}

/** Whether the base ends with what the path begins with, and that is no accident: two segments, or a version. */
function overlaps(base: string[], path: string[]): boolean {
  for (let length = Math.min(base.length, path.length); length > 0; length--) {
    const head = path.slice(0, length)
    if ((length > 1 || head.some(isVersion)) && base.slice(-length).every((it, i) => it === head[i])) return true
  }
  return false
}

function unknownSchemes(root: JsonNode, operations: readonly Operation[]): Finding[] {
  const schemes = members(securitySchemes(root)).map((it) => it.key)
  const lists = [member(root, 'security'), ...new Set(operations.map((it) => member(it.node, 'security')))]
  return lists
    .flatMap(items)
    .flatMap(members)
    .filter(({ key }) => !schemes.includes(key))
    .map(({ key, keyRange }) => {
      const near = nearest(key, schemes)
      return {
        at: keyRange,
        message: `security scheme "${key}" is not defined`,
        help: near && `did you mean "${near}"?`,
      }
    })
}
