import type { Endpoint } from '../../types.ts'
import type { EndpointGroup } from './groups.ts'
import type { EndpointIndex } from './index.ts'
import { splitSegments } from './paths.ts'

/** One endpoint as one section calls it. */
export interface Titled {
  endpoint: Endpoint
  title: string
}

const operations: [name: string, words: RegExp][] = [
  ['read', /^(?:get|retrieve|list|read|fetch|view|show|describe|return)s?\b/i],
  ['write', /^(?:create|add|insert|new|update|modify|edit|change|replace|set|register)s?\b/i],
  ['delete', /^(?:delete|remove|unregister|destroy)s?\b/i],
]

/** Pairs of sections of one document that give one method and path to operations that exclude each other, or to titles of which one names another path. */
export function duplicates(groups: readonly EndpointGroup[]): { first: Titled; second: Titled }[] {
  const known = new Map<string, Titled & { head?: Endpoint }>()
  return groups.flatMap(({ definitions, title }) => {
    const head = definitions.find((it) => it.form === 'heading')
    return definitions.flatMap((endpoint) => {
      if (endpoint.method === undefined || door.test(endpoint.path)) return []
      const key = `${endpoint.method} ${shape(endpoint.path)}?${endpoint.query ?? ''}`
      const first = known.get(key)
      if (!first) known.set(key, { endpoint, title, head })
      const isOne = !first || !(excludes(first.title, title) || isAnothers(endpoint, first.head, head))
      return isOne ? [] : [{ first, second: { endpoint, title } }]
    })
  })
}

/** `/api.php`, `/v1/rpc`: a program, or a door for all operations. The body says which one is asked for. */
const door =
  /\.(?:php\d?|aspx?|ashx|asmx|cfm|cgi|do|jsp|pl|svc)$|\/(?:api|command|execute|gateway|graphql|invoke|(?:json-?|xml-?)?rpc|soap)\/?$/i

/** `GET /orders/{id}/lines` in a title, and below it the request line of `GET /orders`, with all that belongs to it. */
function isAnothers(endpoint: Endpoint, owner: Endpoint | undefined, head: Endpoint | undefined): boolean {
  if (!owner || !head || endpoint === head) return false
  const words = new Set(wordsOf(endpoint.path))
  const has = (it: Endpoint) => wordsOf(it.path).every((word) => words.has(word))
  return head.path !== owner.path && has(owner) && !has(head)
}

function wordsOf(path: string): string[] {
  return splitSegments(path).filter((it) => it !== '' && !/[{<[:$]/.test(it))
}

/** The path with its parameters' names left out. */
export function shape(path: string): string {
  return splitSegments(path)
    .map((it) => (/[{<[:$]/.test(it) ? '{}' : it))
    .join('/')
}

function excludes(a: string, b: string): boolean {
  const [one, other] = [operationOf(a), operationOf(b)]
  return one !== undefined && other !== undefined && one !== other
}

/** What a title says is done, if it says so. "Create an item" and "Update an item" are two operations, though both write. */
export function verbOf(title: string): string | undefined {
  return operationOf(title) === undefined ? undefined : /[A-Za-z]+/.exec(title)?.[0].toLowerCase()
}

function operationOf(title: string): string | undefined {
  const words = title.replace(/^\W+/, '')
  return operations.find(([, pattern]) => pattern.test(words))?.[0]
}

/**
 * Whether nothing in the group's section says how to call it. Only an endpoint that answers (a status, a response), or that stands
 * among endpoints of one API, can lack a method: deep links and pages have none.
 */
export function lacksMethod(index: EndpointIndex, group: EndpointGroup): boolean {
  const { document, section, definitions, method, samples } = group
  if (method !== undefined || definitions.some((it) => it.method !== undefined) || samples.some((it) => it.method))
    return false
  const { sections, statuses, samples: bodies } = document.facts
  const own = sections[section]
  if (!own || definitions.some((it) => it.path === '/' || namesNothing(it.path))) return false
  const inside = (at: number) => at >= own.range[0] && at < own.range[1]
  if (definitions.every((it) => index.isStatedBetter(group, it))) return false
  const answers =
    statuses.some(({ range, role }) => role !== 'mention' && inside(range[0])) ||
    bodies.some(({ range }) => inside(range[0]))
  if (!answers && !hasSaidNeighbours(index, group)) return false
  const said = document.text.slice(...own.range).replace(linkTargets, '')
  // "Options" and "list" are words that sections use anyway; "get" may well be how this one says it.
  return !/\b(?:GET|POST|PUT|PATCH|DELETE)\b/i.test(said) && !/\b(?:HEAD|OPTIONS|LIST)\b/.test(said)
}

/** `/report.html` is a page, and `/{name}` may be the end of anything that has a slash in it: an image, a branch. */
function namesNothing(path: string): boolean {
  return /\.(?:html?|js|css|png|svg)$/.test(path) || /^(?:\/(?:\{[^{}]*\}|<[^<>]*>))+\/?$/.test(path)
}

/** Whether three other sections of the page document paths that begin alike, and all such say their methods. */
function hasSaidNeighbours(index: EndpointIndex, { document, definitions }: EndpointGroup): boolean {
  const start = beginningOf(definitions[0]?.path ?? '')
  const beside = start === undefined ? undefined : index.beginnings(document).get(start)
  return beside !== undefined && beside.said > 2 && beside.silent === 1
}

/** How many sections of a page document paths that begin alike, and say their methods or do not. */
export type Beginnings = ReadonlyMap<string, { said: number; silent: number }>

export function countBeginnings(groups: readonly EndpointGroup[]): Beginnings {
  const counts = new Map<string, { said: number; silent: number }>()
  for (const { definitions, method } of groups) {
    const start = beginningOf(definitions[0]?.path ?? '')
    if (start === undefined) continue
    const count = counts.get(start) ?? { said: 0, silent: 0 }
    counts.set(start, count)
    count[method === undefined ? 'silent' : 'said']++
  }
  return counts
}

/** Two literal segments, where more follow. */
function beginningOf(path: string): string | undefined {
  const [, first = '', second = '', third] = splitSegments(path)
  return third !== undefined && /^[\w.-]+$/.test(first + second) ? `${first}/${second}` : undefined
}

/** Anchors are named after methods more often than endpoints lack one, but `#get-started` names none. */
const linkTargets = /\]\([^()\n]*\)|<a [^<>]*>/g
