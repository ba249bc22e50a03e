import { writes } from '../../facts/methods.ts'
import { counted, grouped } from '../../grouped.ts'
import type { Endpoint } from '../../types.ts'
import type { Duplicate, Titled } from '../types/endpoints.ts'
import type { EndpointGroup } from '../types/groups.ts'
import { asksFor, excludes } from './operation-words.ts'
import { operationOf, shape, splitSegments } from './paths.ts'
import { twinTitles } from './twins.ts'

/** Pairs of sections of one document that give one method and path to operations that exclude each other, to titles of which one names another path, or to two titles above the same words. */
export function duplicates(groups: readonly EndpointGroup[]): Duplicate[] {
  const known = new Map<string, Titled & { head?: Endpoint; group: EndpointGroup }>()
  const times = counted(groups.flatMap(({ definitions }) => definitions.map(keyOf)))
  return groups.flatMap((group) => {
    const { definitions, title } = group
    const head = definitions.find((it) => it.form === 'heading')
    return definitions.flatMap((endpoint) => {
      if (endpoint.method === undefined || isDoor(endpoint)) return []
      const key = keyOf(endpoint)
      const first = known.get(key)
      if (!first) known.set(key, { endpoint, title, head, group })
      const isOther =
        first &&
        (isContrary(endpoint, first.title, title, times.get(key) ?? 0) ||
          isAnothers(endpoint, first.head, head) ||
          isOnes(endpoint, first.title, title))
      if (isOther) return [{ first, second: { endpoint, title } }]
      const twins = first && twinTitles(first.group, group)
      return twins ? [{ first: { ...first, title: twins[0] }, second: { endpoint, title: twins[1] } }] : []
    })
  })
}

/** Two operations that exclude each other. What is added, changed and removed by one call is told apart by what is sent. */
function isContrary({ method }: Endpoint, first: string, title: string, times: number): boolean {
  if (!excludes(first, title)) return false
  if (!writes(method)) return true
  const isOneOfMany = times > 2 && ![first, title].some((it) => asksFor(it, 'GET'))
  return !isOneOfMany && !takesOut(first, title) && !takesOut(title, first)
}

/** "Remove a lid from a pot" writes the pot without it, as "Update a pot" does; of "Add a lid" it is the contrary. */
function takesOut(title: string, other: string): boolean {
  const part = /^\W*(?:remove|delete)s?\b.*?([\w-]+) from\b/i.exec(title)?.[1]
  return part !== undefined && !new RegExp(`\\b${part}\\b`, 'i').test(other)
}

function keyOf(endpoint: Endpoint): string {
  return `${operationOf(endpoint)}?${endpoint.query ?? ''}`
}

/** Other endpoints beside two with one title: on such a page each has a title of its own. */
const otherTitles = 3

/**
 * Pairs of sections that stand beside each other and have one title, above the paths of two endpoints: one was copied, and its title
 * was not changed. Two ways to the same, or two versions, may well be called alike; what has one title and one endpoint, and others
 * in between, was pasted once too often.
 */
export function namesakes(groups: readonly EndpointGroup[]): Duplicate[] {
  const byTitle = grouped(
    groups.filter(({ title }) => /\S\s\S|[\u4e00-\u9fff]{4}/.test(title) && !title.includes('/')),
    ({ title }) => title.toLowerCase(),
  )
  return [...byTitle.values()].flatMap(([first, second, more]) => {
    if (!first || !second || more || byTitle.size <= otherTitles || parentOf(first) !== parentOf(second)) return []
    const [one] = first.definitions
    const [other] = second.definitions
    if (!one || !other || first.definitions.length + second.definitions.length > 2) return []
    const isSame = keyOf(one) === keyOf(other) && groups.indexOf(second) - groups.indexOf(first) > 1
    if (!one.method || !other.method || (placeOf(one) === placeOf(other) && !isSame)) return []
    return [{ first: { endpoint: one, title: first.title }, second: { endpoint: other, title: second.title } }]
  })
}

function parentOf({ document, section }: EndpointGroup): number | undefined {
  return document.facts.sections[section]?.parent
}

function placeOf({ path }: Endpoint): string {
  return shape(path).replace(/\/v\d+(?:\.\d+)*(?=\/)/, '')
}

/** `/api.php`, `/v1/rpc`: a program, or a door for all operations. The body says which one is asked for. */
const door =
  /\.(?:php\d?|aspx?|ashx|asmx|cfm|cgi|do|jsp|pl|svc)$|\/(?:api|command|execute|gateway|graphql|invoke|(?:json-?|xml-?)?rpc|soap)\/?$/i

export function isDoor({ path }: Endpoint): boolean {
  return door.test(path)
}

/** `GET /orders/{id}/lines` in a title, and below it the request line of `GET /orders`, with all that belongs to it. */
function isAnothers(endpoint: Endpoint, owner: Endpoint | undefined, head: Endpoint | undefined): boolean {
  if (!owner || !head) return false
  const words = new Set(wordsOf(endpoint.path))
  const has = (it: Endpoint) => wordsOf(it.path).every((word) => words.has(word))
  return has(owner) && !has(head)
}

function isOnes(endpoint: Endpoint, one: string, other: string): boolean {
  return isNamedBy(endpoint, one, other) || isNamedBy(endpoint, other, one)
}

/** `POST /kilns/start`, of "Start a kiln" and of "Stop a kiln": its last word is what the one does, and both do that with the same thing. */
export function isNamedBy({ path }: Endpoint, ...titles: [title: string, other: string]): boolean {
  const [one, other] = titles.map((it) => /^\W*([a-z]+)\s+(\w.*)$/.exec(it.trim().toLowerCase()) ?? [])
  if (!one?.[2] || one[2] !== other?.[2] || one[1] === other[1]) return false
  return splitSegments(path).at(-1)?.toLowerCase() === one[1]
}

function wordsOf(path: string): string[] {
  return splitSegments(path).filter((it) => it !== '' && !/[{<[:$]/.test(it))
}
