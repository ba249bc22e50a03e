import { sectionsAround } from '../../../facts/sections.ts'
import { onlyOne } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { samePath } from '../same.ts'

/** A call, and the endpoint whose it is or may be. */
export interface Call {
  group: EndpointGroup
  sample: Endpoint
  /**
   * It stands below another heading than the endpoint, in a section or a page that documents this one only: it may be one more, unless it is
   * only a slip away. Not all calls of a page need be of its endpoint.
   */
  within?: 'section' | 'page'
}

/** Calls below headings without an endpoint, and the one endpoint that what is around each documents. */
export function callsBeside(index: EndpointIndex, document: Document): Call[] {
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
