import { beginning } from '../../facts/endpoints/parameters.ts'
import { getOrAdd } from '../../grouped.ts'
import type { Document, Endpoint } from '../../types.ts'
import { once, onceEach } from '../once.ts'
import { holds } from '../ranges.ts'
import type { EndpointIndex } from '../types/endpoints.ts'
import type { EndpointGroup } from '../types/groups.ts'
import { asksFor, operationOf } from './operation-words.ts'
import { splitSegments } from './paths.ts'

/**
 * Finds the groups whose section says nowhere how to call it. Only an endpoint that answers (a status, a response), or that stands
 * among endpoints of one API, can lack a method: deep links and pages have none. A URL is read by GET where nothing
 * of the project says a method.
 */
export function indexLackingMethods(
  index: EndpointIndex,
  documents: readonly Document[],
): (group: EndpointGroup) => boolean {
  const beginnings = onceEach((document: Document) => countBeginnings(index.groups(document)))
  const isHabit = once(() => documents.some((it) => it.facts.endpoints.some(({ method }) => method !== undefined)))
  const mayBeRead = (group: EndpointGroup) => group.definitions.every((it) => it.form === 'url') && !isHabit()
  return (group) => lacksMethod(index, group, beginnings) && !mayBeRead(group)
}

function lacksMethod(
  index: EndpointIndex,
  group: EndpointGroup,
  beginnings: (document: Document) => Beginnings,
): boolean {
  const { document, section, definitions, method, samples } = group
  if (method !== undefined || [...definitions, ...samples].some((it) => it.method !== undefined)) return false
  const { sections, statuses, samples: bodies } = document.facts
  const own = sections[section]
  if (!own || definitions.some((it) => it.path === '/' || namesNothing(it.path) || isFilled(it))) return false
  if (definitions.every((it) => index.isStatedBetter(group, it)) || isCalledElsewhere(group)) return false
  const answers =
    statuses.some(({ range, role }) => role !== 'mention' && holds(own.range, range[0])) ||
    bodies.some(({ range }) => holds(own.range, range[0]))
  if (!answers && !hasSaidNeighbours(group, beginnings(document))) return false
  const said = document.text.slice(...own.range).replace(linkTargets, '')
  // "Options" and "list" are words that sections use anyway; "get" may well be how this one says it.
  return !/\b(?:GET|POST|PUT|PATCH|DELETE)\b/i.test(said) && !/\b(?:HEAD|OPTIONS|LIST)\b/.test(said)
}

/** A whole URL that a command of the page calls, unless the title says that something else is done with it. */
function isCalledElsewhere({ document, title, definitions }: EndpointGroup): boolean {
  const isDoing = operationOf(title) !== undefined
  const calls = document.facts.endpoints.filter(
    ({ role, method }) => role === 'sample' && method !== undefined && (!isDoing || asksFor(title, method)),
  )
  return definitions.every(
    ({ form, host, path }) =>
      form === 'url' && host !== undefined && calls.some((it) => it.host === host && it.path === path),
  )
}

/** `/report.html` is a page, and `/{name}` may be the end of anything that has a slash in it: an image, a branch. */
function namesNothing(path: string): boolean {
  return /\.(?:html?|js|css|png|svg)$/.test(path) || /^(?:\/(?:\{[^{}]*\}|<[^<>]*>))+\/?$/.test(path)
}

/** `/pots?pretty=1`: a call that shows how its query is written. */
function isFilled({ query = '' }: Endpoint): boolean {
  return /=[\w.-]/.test(query)
}

/** Whether three other sections of the page document paths that begin alike, and all such say their methods. */
function hasSaidNeighbours({ definitions }: EndpointGroup, beginnings: Beginnings): boolean {
  const start = beginningOf(definitions)
  const beside = start === undefined ? undefined : beginnings.get(start)
  return beside !== undefined && beside.said > 2 && beside.silent === 1
}

/** How many sections of a page document paths that begin alike, and say their methods or do not. */
type Beginnings = ReadonlyMap<string, { said: number; silent: number }>

function countBeginnings(groups: readonly EndpointGroup[]): Beginnings {
  const counts = new Map<string, { said: number; silent: number }>()
  for (const { definitions, method } of groups) {
    const start = beginningOf(definitions)
    if (start === undefined) continue
    const count = getOrAdd(counts, start, () => ({ said: 0, silent: 0 }))
    count[method === undefined ? 'silent' : 'said']++
  }
  return counts
}

function beginningOf([first]: readonly Endpoint[]): string | undefined {
  return first && beginning(splitSegments(first.path))
}

/** Anchors are named after methods more often than endpoints lack one, but `#get-started` names none. */
const linkTargets = /\]\([^()\n]*\)|<a [^<>]*>/g
