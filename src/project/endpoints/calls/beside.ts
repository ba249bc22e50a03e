import { sectionsAround } from '../../../facts/sections.ts'
import { onlyOne } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { samePath } from '../same.ts'

/** A call below a heading without an endpoint, and the one endpoint that what is around it documents. */
interface CallBeside {
  group: EndpointGroup
  sample: Endpoint
  /** What is around it: a section, or the whole page, whose calls need not all be of its endpoint. */
  within: 'section' | 'page'
}

export function callsBeside(index: EndpointIndex, document: Document): CallBeside[] {
  const { sections } = document.facts
  const only = onlyGroups(index, document)
  return index.strayCalls(document).flatMap((sample) => {
    const at = sectionsAround(sections, sections[sample.section]?.parent ?? 0).find((it) => only.has(it)) ?? 0
    const group = only.get(at)
    return group ? [{ group, sample, within: (sections[at]?.depth ?? 0) < 2 ? 'page' : 'section' }] : []
  })
}

/** The group of each section that holds any: `undefined` where it holds several. */
function onlyGroups(index: EndpointIndex, document: Document): ReadonlyMap<number, EndpointGroup | undefined> {
  const { sections } = document.facts
  const found = new Map<number, EndpointGroup | undefined>()
  for (const group of index.groups(document)) {
    for (const at of [...sectionsAround(sections, group.section), 0]) found.set(at, found.has(at) ? undefined : group)
  }
  return found
}

/** The only endpoint of a group, where all that the page says of its path are calls by one other method: who looks at it before would also send its own. */
export function calledOtherwise(index: EndpointIndex, { definitions, document }: EndpointGroup): Endpoint | undefined {
  const only = onlyOne(definitions)
  const named = only ? document.facts.endpoints.filter((it) => it !== only && samePath(index, it, only)) : []
  return named.every(({ role, method }) => role === 'sample' && method === named[0]?.method) ? only : undefined
}
