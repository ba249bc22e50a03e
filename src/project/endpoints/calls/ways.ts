import { getOrAdd } from '../../../grouped.ts'
import type { EndpointGroup } from '../../types/groups.ts'

/** A path that a page documents, and the first of its sections that do: a third one says no more about two others. */
export interface Way {
  path: string
  sections: EndpointGroup[]
}

const enough = 3

export function ways(groups: readonly EndpointGroup[]): Way[] {
  const byPath = new Map<string, Way>()
  for (const group of groups) {
    for (const path of new Set(group.definitions.map((it) => it.path))) {
      const way = getOrAdd(byPath, path, () => ({ path, sections: [] }))
      if (way.sections.length < enough) way.sections.push(group)
    }
  }
  return [...byPath.values()]
}
