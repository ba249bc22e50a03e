import { parseData } from '../../facts/spec/index.ts'
import { child, members, nodesIn, pointedKey, reference, text } from '../../parse/json.ts'
import { hasScheme, pathFrom, splitPath } from '../../paths.ts'
import type { Place } from '../../schema/place.ts'
import { decodePercent } from '../../text.ts'
import type { JsonNode, Problem } from '../../types.ts'
import { onceEach } from '../once.ts'
import type { Trees } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import { indexRegistries, isBareName, isSchema } from './registered.ts'

export function indexTrees({ documents }: Pick<Project, 'documents'>): Trees {
  const read = onceEach((path: string) => parse(documents, path))
  const registries = indexRegistries(documents)
  const registryOf = (path: string) => registries(splitPath(path).folder)
  const targets = onceEach((from: string) => onceEach((ref: string) => locate(from, ref)))
  const target: Trees['target'] = (from, ref) => targets(from)(ref)
  const locate: Trees['target'] = (from, ref) => {
    if (hasScheme(ref) || ref.startsWith('//')) return 'outside'
    const [file = '', fragment = ''] = ref.split('#', 2)
    const path = file === '' ? from : pathFrom(from, decodePercent(file))
    if (path === undefined) return 'outside'
    const root = read(path).data
    const node = root && pointer(root, decodePercent(fragment))
    if (node) return { path, node }
    return isBareName(ref) && isSchema(documents.get(from)) ? registryOf(from).byName().get(ref) : undefined
  }
  return {
    tree: (path) => read(path).data,
    unparsed: (path) => read(path).problems,
    target,
    isFirstAsking: (path, name) => registryOf(path).firstAsking().get(name) === path,
    resolve(place) {
      let at: Place | undefined = place
      for (let steps = 0; at && steps < 32; steps++) {
        const ref = reference(at.node)
        if (ref === undefined) return at
        const next = target(at.path, ref)
        at = next === 'outside' ? undefined : next
      }
      return undefined
    },
  }
}

interface Parsed {
  data?: JsonNode
  problems: Problem[]
}

function parse(documents: Project['documents'], path: string): Parsed {
  const document = documents.get(path)
  const spec = document?.facts.spec
  if (!document || spec?.kind !== 'fragment' || document.facts.problems.length > 0)
    return { data: spec?.data, problems: [] }
  const { data, errors } = parseData(path, document.text)
  const problems = errors.slice(0, 1).map(({ range, message }) => ({
    kind: 'schema' as const,
    range,
    message: `the file does not parse: ${message}`,
  }))
  return { data, problems }
}

function pointer(root: JsonNode, fragment: string): JsonNode | undefined {
  if (fragment === '' || fragment === '/') return root
  // Only pointers: `#name` is an anchor (`$id`, `$anchor`) of a kind that cannot be told from here.
  if (!fragment.startsWith('/')) return anchored(root, fragment)
  let node: JsonNode | undefined = root
  for (const step of fragment.slice(1).split('/')) node = child(node, pointedKey(step))
  return node
}

/** The schema that calls itself `#name`, by `$anchor` or the `$id` of older drafts. */
function anchored(root: JsonNode, name: string): JsonNode | undefined {
  for (const node of nodesIn(root)) {
    const isNamed = members(node).some(
      ({ key, value }) =>
        (key === '$anchor' && text(value) === name) || (/^\$?id$/.test(key) && text(value) === `#${name}`),
    )
    if (isNamed) return node
  }
  return undefined
}
