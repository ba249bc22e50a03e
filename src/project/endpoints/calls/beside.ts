import { sectionsAround, titleWords } from '../../../facts/sections.ts'
import { onlyOne } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { asksFor } from '../operation-words.ts'
import { distinct, samePath } from '../same.ts'

/** A call, and the endpoint whose it is or may be. */
export interface Call {
  group: EndpointGroup
  sample: Endpoint
  /**
   * It stands below another heading than the endpoint, in a section or a page that documents this one only: it may be one more, unless it is
   * only a slip away. Not all calls of a page need be of its endpoint.
   */
  within?: 'section' | 'page'
  /** It stands below "Examples", beside the endpoint: they are of what the page documents. */
  isExample?: boolean
}

/** Calls below headings without an endpoint, and the one endpoint that what is around each documents. */
export function callsBeside(index: EndpointIndex, document: Document): Call[] {
  const { sections } = document.facts
  const only = onlyGroups(index, document)
  return index.strayCalls(document).flatMap((sample) => {
    const around = sectionsAround(sections, sample.section)
    const at = around.find((it) => it !== sample.section && only.has(it)) ?? 0
    const group = only.get(at)
    if (!group) return []
    // What is further in may be an example of something else.
    const outermost = at === 0 ? around.at(-1) : around[around.indexOf(at) - 1]
    const isExample = examples.test(titleWords(sections[outermost ?? 0]))
    return [{ group, sample, within: (sections[at]?.depth ?? 0) < 2 ? 'page' : 'section', isExample }]
  })
}

const examples = /^(?:(?:usage|request|code) )?(?:examples?|samples?)$/i

/** The group of each section that holds any, or several of one operation: `undefined` where it holds several. */
function onlyGroups(index: EndpointIndex, document: Document): ReadonlyMap<number, EndpointGroup | undefined> {
  const { sections } = document.facts
  const found = new Map<number, EndpointGroup | undefined>()
  for (const group of index.groups(document)) {
    for (const at of [...sectionsAround(sections, group.section), 0]) {
      const other = found.get(at)
      found.set(at, !found.has(at) || (other && isSameOperation(other, group)) ? (other ?? group) : undefined)
    }
  }
  return found
}

function isSameOperation(one: EndpointGroup, other: EndpointGroup): boolean {
  const [first, more] = distinct([...one.definitions, ...other.definitions])
  return first?.method !== undefined && !more
}

/** Whether a group documents it, maybe in several sections of its page. */
export function isAmong({ method, path }: Endpoint, { definitions }: EndpointGroup): boolean {
  return definitions.some((it) => it.method === method && it.path === path)
}

/** The only endpoint of a group, where all that the page says of its path are calls by one other method: who looks at it before would also send its own. */
export function calledOtherwise(index: EndpointIndex, { definitions, document }: EndpointGroup): Endpoint | undefined {
  const only = onlyOne(definitions)
  const named = only ? document.facts.endpoints.filter((it) => it !== only && samePath(index, it, only)) : []
  return named.every(({ role, method }) => role === 'sample' && method === named[0]?.method) ? only : undefined
}

/** Whether all that a page says of its one operation goes by another method than this call, two calls among it: "Delete a pot" would be one more. */
export function isOdd(index: EndpointIndex, { definitions, document }: EndpointGroup, sample: Endpoint): boolean {
  const { endpoints, sections } = document.facts
  const [only, more] = distinct(definitions)
  if (!only?.method || more || !samePath(index, sample, only)) return false
  if (asksFor(sections[sample.section]?.title ?? '', sample.method ?? '')) return false
  let calls = 0
  for (const it of endpoints) {
    if (it === sample) continue
    if (it.method !== only.method || !samePath(index, it, only)) return false
    if (it.role === 'sample') calls++
  }
  return calls > 1
}
