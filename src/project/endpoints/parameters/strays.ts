import { counted, onlyOne } from '../../../grouped.ts'
import { squash } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { once } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { StrayParameter } from '../../types/parameters.ts'
import type { Project } from '../../types/project.ts'
import { isUnclear, parameterNames } from '../paths.ts'

/**
 * A row that was left behind, or copied from a neighbour: all parameters of the path are documented, and one more. What several
 * endpoints document so stands in the part of the address that their paths leave out.
 */
export function indexStrayParameters(
  project: Project,
  index: EndpointIndex,
): (document: Document) => readonly StrayParameter[] {
  const all = once(() => {
    const found = new Map(sortedDocuments(project).map((it) => [it, strays(index, it)]))
    return { found, counts: counted([...found.values()].flat().map(({ name }) => squash(name))) }
  })
  return (document) =>
    all()
      .found.get(document)
      ?.filter(({ name }) => all().counts.get(squash(name)) === 1) ?? []
}

function strays(index: EndpointIndex, document: Document): StrayParameter[] {
  return [...index.parameters.documented(document)].flatMap(([group, names]) => {
    const documented = [...new Set(names.values())].filter(({ saysPath }) => saysPath)
    if (documented.length < 2) return []
    const inPath = squashedNames(index, group.definitions)
    const [endpoint] = group.definitions
    const known = documented.filter(({ name }) => inPath.has(squash(name)))
    const isComplete = inPath.size > 0 && [...inPath].every((it) => known.some(({ name }) => squash(name) === it))
    if (!endpoint || !isComplete || !isWhole(index, group)) return []
    const stray = onlyOne(
      documented.filter(({ name }) => !inPath.has(squash(name)) && !isWritten(group.definitions, name)),
    )
    return stray ? [{ name: stray.name, range: stray.range, endpoint }] : []
  })
}

/** Nothing in the paths may stand for more than one segment, or for a part of one. */
function isWhole(index: EndpointIndex, { definitions }: EndpointGroup): boolean {
  return definitions.every((it) => {
    const { opaque, variants } = index.path(it)
    const isPlain = variants.every((all) => all.every(({ kind }) => kind === 'literal' || kind === 'parameter'))
    return !opaque && isPlain && it.form !== 'name' && !isUnclear(it.path)
  })
}

/** In the query, or as a word of the path or of the host. */
export function isWritten(calls: readonly Endpoint[], name: string): boolean {
  return calls.some(({ path, query = '', host = '' }) =>
    `${host}${path}?${query}`.toLowerCase().includes(name.toLowerCase()),
  )
}

/** The parameters of some paths, however their names are written. */
export function squashedNames(index: EndpointIndex, definitions: readonly Endpoint[]): ReadonlySet<string> {
  return new Set(parameterNames(definitions.map(index.path)).map(squash))
}
