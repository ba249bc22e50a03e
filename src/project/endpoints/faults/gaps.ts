import { grouped, onlyOne, shelve } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { shaped, splitSegments } from '../paths.ts'

/** Fewer ways to one endpoint show no habit. */
const least = 3

/**
 * `/users/{id}/box/{item}/parts`, where three or more other ways to the same thing have `…/box/items/{item}/parts`: the same
 * end, and all but this one say what the parameter is one of.
 */
export function pathGaps(definitions: readonly Endpoint[]): PathFault[] {
  if (definitions.length <= least) return []
  const ways = definitions.map((endpoint) => ({ endpoint, parts: splitSegments(endpoint.path) }))
  const byTail = new Map<string, Way[]>()
  for (const { endpoint, parts } of ways) {
    for (const [at, part] of parts.entries()) {
      if (at === 0 || !isParameter(part)) continue
      const tail = `${endpoint.method} ${parts.slice(at).map(shaped).join('/')}`
      shelve(byTail, tail, { endpoint, part, before: parts.slice(0, at) })
    }
  }
  return [...byTail.values()].flatMap(gapIn)
}

interface Way {
  endpoint: Endpoint
  part: string
  before: readonly string[]
}

function gapIn(ways: readonly Way[]): PathFault[] {
  const words = grouped(ways, ({ before }) => before.at(-1) ?? '')
  const [usual] = [...words].filter(([word, all]) => all.length >= least && /^[A-Za-z][\w-]*$/.test(word))
  const odd = onlyOne(ways.filter((it) => it.before.at(-1) !== usual?.[0]))
  if (!usual || !odd) return []
  const [word, others] = usual
  // Put the word in, and the path goes on as another one does; else it leads somewhere else.
  const step = shaped(odd.before.at(-1) ?? '')
  const isGap = !odd.before.includes(word) && others.some(({ before }) => shaped(before.at(-2) ?? '') === step)
  return isGap ? [{ endpoint: odd.endpoint, kind: 'gap', part: odd.part, instead: word }] : []
}

function isParameter(segment: string): boolean {
  return /^[:{<[]\w/.test(segment)
}
