import type { Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { markedName, shapedSegments, splitSegments } from '../paths.ts'

/** Words where parameters belong: by the page's other paths, or because they are no words of a path. */
export function unmarked(definitions: readonly Endpoint[]): PathFault[] {
  const known = markedNames(definitions)
  const named =
    known.size === 0 ? [] : [...definitions.flatMap((it) => bareName(it, known)), ...ofTemplates(definitions, known)]
  const told = new Set(named.map(({ endpoint }) => endpoint))
  return [...named, ...keys(definitions.filter((it) => !told.has(it)))]
}

/** `/jars/id` → `:id`, of all parameters of the paths. */
function markedNames(definitions: readonly Endpoint[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { path } of definitions) {
    if (!/\/[:{<]/.test(path)) continue
    const shapes = shapedSegments(path)
    for (const [at, part] of splitSegments(path).entries()) {
      const name = markedName(part)
      if (name && at > 1) found.set([...shapes.slice(0, at), name].join('/'), part)
    }
  }
  return found
}

/** `/jars/id` beside `/jars/:id`: the parameter's name, without its mark; before the parameter itself, `/jars/id/:id`, it says which one that is. */
function bareName(endpoint: Endpoint, known: ReadonlyMap<string, string>): PathFault[] {
  const shapes = shapedSegments(endpoint.path)
  const at = shapes.findIndex((_, i) => known.has(shapes.slice(0, i + 1).join('/')))
  const instead = known.get(shapes.slice(0, at + 1).join('/'))
  const isSaid = instead !== undefined && splitSegments(endpoint.path)[at + 1] === instead
  return at < 0 || isSaid ? [] : [{ endpoint, kind: 'misspelt', part: shapes[at] ?? '', instead }]
}

/** `/jars/${id}` once, beside `/jars/{id}`: the mark of a template's variable. */
function ofTemplates(definitions: readonly Endpoint[], known: ReadonlyMap<string, string>): PathFault[] {
  const [endpoint, another] = definitions.filter(({ path }) => path.includes('${'))
  if (!endpoint || another) return []
  const shapes = shapedSegments(endpoint.path)
  return splitSegments(endpoint.path).flatMap((part, at): PathFault[] => {
    const plain = part.slice(1)
    const isKnown = part.startsWith('${') && known.get([...shapes.slice(0, at), plain.slice(1, -1)].join('/')) === plain
    return isKnown ? [{ endpoint, kind: 'misspelt', part, instead: plain }] : []
  })
}

/** `/shops/{shop}/orders/id` below `/shops/{shop}/orders`: one of them, by a word that is no parameter. */
function keys(definitions: readonly Endpoint[]): PathFault[] {
  const odd = definitions.filter(({ path }) => /[\]})>]\/[\w/-]*s\/(?:id|uuid)$/i.test(path))
  const paths = odd.length > 0 ? new Set(definitions.map(({ path }) => path)) : undefined
  return odd
    .filter(({ path }) => paths?.has(path.slice(0, path.lastIndexOf('/'))))
    .map((endpoint) => ({ endpoint, kind: 'unmarked', part: endpoint.path.slice(endpoint.path.lastIndexOf('/') + 1) }))
}
