import { getOrAdd, onlyOne } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { Mismatch } from '../../types/calls.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { textOf } from '../groups.ts'
import { markedName, splitSegments } from '../paths.ts'

/**
 * `DELETE /shelves/{shelf}/lids/pots` for `/shelves/{shelf}/lids/{id}`: a value would do in place of the one parameter, but the other one
 * is not filled in, and the word is one of the page's other paths.
 */
export function wordsForParameters(index: EndpointIndex, document: Document): Mismatch[] {
  const groups = index.groups(document)
  const words = wordsIn(groups)
  return groups.flatMap((group) => {
    const definition = onlyOne(group.definitions)
    if (!definition || splitSegments(definition.path).filter(markedName).length < 2) return []
    return group.samples.flatMap((sample): Mismatch[] => {
      const segment = wordFor(definition, sample)
      if (!segment || !isOfOthers(segment.called, group, words) || isValue(segment.called, group)) return []
      const isDocumented = index
        .matching(sample)
        .some((it) => splitSegments(it.definition.path).includes(segment.called))
      return isDocumented ? [] : [{ sample, definition, kind: 'path', segment }]
    })
  })
}

/** The only place in which a call differs from what is documented: a word in place of a parameter, where all others keep their names. */
function wordFor(definition: Endpoint, sample: Endpoint): Mismatch['segment'] {
  const [documented, called] = [definition, sample].map(({ path }) => splitSegments(path))
  if (!documented || documented.length !== called?.length || definition.method !== sample.method) return undefined
  const differing = documented.flatMap((it, at) =>
    it === called[at] ? [] : [{ documented: it, called: called[at] ?? '' }],
  )
  const only = onlyOne(differing)
  return only && markedName(only.documented) && word.test(only.called) ? only : undefined
}

const word = /^[a-z][a-z_-]{3,}$/i

/** The words of a page's paths, and in which groups each stands. */
function wordsIn(groups: readonly EndpointGroup[]): ReadonlyMap<string, Set<EndpointGroup>> {
  const found = new Map<string, Set<EndpointGroup>>()
  for (const group of groups)
    for (const { path } of group.definitions)
      for (const it of splitSegments(path)) getOrAdd(found, it, () => new Set()).add(group)
  return found
}

function isOfOthers(it: string, group: EndpointGroup, words: ReadonlyMap<string, Set<EndpointGroup>>): boolean {
  const where = words.get(it)
  return where !== undefined && !where.has(group)
}

/** Its section names it as one of what may stand there. */
function isValue(it: string, group: EndpointGroup): boolean {
  return new RegExp(`(?<!/)[\`"'|]\\s*${it}\\s*[\`"'|]`).test(textOf(group))
}
