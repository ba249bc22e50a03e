import { parseData } from '../../facts/spec/index.ts'
import { member } from '../../parse/json.ts'
import { decodePercent, joinPath, splitPath } from '../../text.ts'
import type { Document, Endpoint, Finding, JsonNode, Problem } from '../../types.ts'
import { once, type Project } from '../index.ts'
import { type Comparison, compareWithPages } from './comparison.ts'
import { type Operation, operationsOf } from './operations.ts'
import { type ParameterDrift, parameterDrift } from './parameter-drift.ts'
import { specProblems } from './problems.ts'
import { type ScopeDrift, scopeDrift } from './scope-drift.ts'
import { type StatusDrift, statusDrift } from './status-drift.ts'
import { undocumented } from './undocumented.ts'
import { type Unspecified, unspecified } from './unspecified.ts'

/** A value in a contract, and the file that it stands in. */
export interface Place {
  path: string
  node: JsonNode
}

export interface SpecIndex {
  /** The tree of a contract or of a file that one refers to; parsed when first asked for. */
  tree(path: string): JsonNode | undefined
  /** Follows `$ref`s until something else stands there; `undefined` where one dangles or goes in circles. */
  resolve(place: Place): Place | undefined
  /** Where one reference leads: inside the project only. */
  target(from: string, ref: string): Place | 'outside' | undefined
  /** The operations of a contract; none for a file that is no OpenAPI. */
  operations(document: Document): readonly Operation[]
  /** Contracts and pages side by side. */
  readonly comparison: Comparison
  /**
   * The operation that a documented endpoint is: of the contract that speaks for its page, where several publish it.
   * `undefined` also where nobody can tell, as for a path without a method that the contract has several of.
   */
  operationOf(endpoint: Endpoint): Operation | undefined
  /** Endpoints of a page that the contract which speaks for it does not have. */
  unspecified(document: Document): readonly Unspecified[]
  /** Operations of a contract that no page documents. */
  undocumented(document: Document): readonly Operation[]
  /** Parameters that a page and a contract describe differently. */
  parameterDrift(document: Document): readonly ParameterDrift[]
  scopeDrift(document: Document): readonly ScopeDrift[]
  statusDrift(document: Document): readonly StatusDrift[]
  /** What is wrong with a contract, as its own language sees it. */
  problems(document: Document): Finding[]
}

export function indexSpecs(project: Project): SpecIndex {
  const trees = new Map<string, { data?: JsonNode; problems: Problem[] }>()
  const read = (path: string) => {
    const known = trees.get(path)
    if (known) return known
    const document = project.documents.get(path)
    const spec = document?.facts.spec
    let result: { data?: JsonNode; problems: Problem[] } = { data: spec?.data, problems: [] }
    if (document && spec?.kind === 'fragment' && document.facts.problems.length === 0) {
      const { data, errors } = parseData(path, document.text)
      const problems = errors.slice(0, 1).map(({ range, message }) => ({
        kind: 'schema' as const,
        range,
        message: `the file does not parse: ${message}`,
      }))
      result = { data, problems }
    }
    trees.set(path, result)
    return result
  }
  const operations = new Map<Document, readonly Operation[]>()
  const comparison = once(() => compareWithPages(project))
  const unspecifiedOnes = once(() => unspecified(comparison()))
  const undocumentedOnes = once(() => undocumented(project, comparison()))
  const parameterDrifts = once(() => parameterDrift(project, comparison()))
  const index: SpecIndex = {
    operations(document) {
      const known = operations.get(document) ?? operationsOf(project, document)
      operations.set(document, known)
      return known
    },
    get comparison() {
      return comparison()
    },
    operationOf(endpoint) {
      const [first, ...others] = comparison().matches(endpoint)
      const rivals = others.filter(({ operation }) => operation.spec === first?.operation.spec)
      return rivals.every(({ operation }) => operation === first?.operation) ? first?.operation : undefined
    },
    tree: (path) => read(path).data,
    unspecified: (document) => unspecifiedOnes().get(document) ?? [],
    undocumented: (document) => undocumentedOnes().get(document) ?? [],
    parameterDrift: (document) => parameterDrifts().get(document) ?? [],
    scopeDrift: (document) => scopeDrift(project, comparison(), document),
    statusDrift: (document) => statusDrift(project, document),
    problems: (document) => specProblems(project, document, read(document.path).problems),
    target(from, ref) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(ref) || ref.startsWith('//')) return 'outside'
      const [file = '', fragment = ''] = ref.split('#', 2)
      const path = file === '' ? from : joinPath(splitPath(from).folder, decodePercent(file))
      if (path === undefined) return 'outside'
      const root = index.tree(path)
      const node = root && pointer(root, decodePercent(fragment))
      return node && { path, node }
    },
    resolve(place) {
      let at: Place | undefined = place
      for (let steps = 0; at && steps < 32; steps++) {
        const ref = reference(at.node)
        if (ref === undefined) return at
        const next = index.target(at.path, ref)
        at = next === 'outside' ? undefined : next
      }
      return undefined
    },
  }
  return index
}

/** The `$ref` of an object. A property may be *named* `$ref` (SCIM has one): its value is then no string. */
export function reference(node: JsonNode): string | undefined {
  const ref = member(node, '$ref')
  return ref?.kind === 'string' ? String(ref.value) : undefined
}

function pointer(root: JsonNode, fragment: string): JsonNode | undefined {
  if (fragment === '' || fragment === '/') return root
  // Only pointers: `#name` is an anchor (`$id`, `$anchor`) of a kind that cannot be told from here.
  if (!fragment.startsWith('/')) return anchored(root, fragment)
  let node: JsonNode | undefined = root
  for (const step of fragment.slice(1).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    node = node?.kind === 'array' ? node.items[Number(key)] : member(node, key)
  }
  return node
}

/** The schema that calls itself `#name`, by `$anchor` or the `$id` of older drafts. */
function anchored(root: JsonNode, name: string): JsonNode | undefined {
  const todo = [root]
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.kind === 'array') todo.push(...node.items)
    if (node.kind !== 'object') continue
    for (const { key, value } of node.members) {
      if (value.kind !== 'string') todo.push(value)
      else if ((key === '$anchor' && value.value === name) || (/^\$?id$/.test(key) && value.value === `#${name}`))
        return node
    }
  }
  return undefined
}
