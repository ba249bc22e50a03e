import { counted, grouped } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { shaped, splitSegments } from '../paths.ts'

/** Two words at least: whoever writes `{ID}` in one place and `{id}` in another, means the same word. */
const parameter = /^[:{<]([a-z]+(?:[-_]?[A-Z][A-Za-z]*|[-_][a-z]+)+)[}>]?$/

/** A word of the path itself: a server tells `Pots` and `pots` apart, and two of them that agree show which is meant. */
const word = /^[A-Za-z][A-Za-z-]{3,}$/

interface Place {
  endpoint: Endpoint
  part: string
  /** What stands in front of it. */
  before: string
}

/**
 * `{potID}` beside `{potId}` or `{pot-id}`, among the paths of one section or behind the same words of a page's paths: one parameter,
 * or one word, in two spellings. The rarer one is told, once.
 */
export function recased(groups: readonly EndpointGroup[], stated: readonly Endpoint[]): PathFault[] {
  const inSections = groups.flatMap(({ definitions }) =>
    definitions.length > 1 ? oddIn(partsIn(definitions, parameter), ({ part }) => folded(part)) : [],
  )
  const told = new Set(inSections.map(({ part }) => part))
  const elsewhere = oddIn(partsIn(stated, parameter), ({ part, before }) => `${before} ${folded(part)}`)
  const words = partsIn(stated, word).filter(({ before }) => before !== '')
  const oddWords = oddIn(words, ({ part, before }) => `${before} ${part.toLowerCase()}`, 2)
  return [...inSections, ...elsewhere.filter(({ part }) => !told.has(part)), ...oddWords]
}

/** Of two spellings, the one that stands no more often; only once, if others must show that the other one is meant. */
function oddIn(places: readonly Place[], keyOf: (place: Place) => string, witnesses = 0): PathFault[] {
  if (places.length < 2) return []
  return [...grouped(places, keyOf).values()].flatMap((all): PathFault[] => {
    if (all.every(({ part }) => part === all[0]?.part)) return []
    const counts = counted(all.map(({ part }) => part))
    const [[common = '', often = 0] = [], [part = '', seldom = 0] = [], another] = [...counts].sort(
      (a, b) => b[1] - a[1],
    )
    const isSure = witnesses === 0 ? seldom <= often : seldom === 1 && often >= witnesses
    const odd = another || !isSure ? undefined : all.find((it) => it.part === part)
    return odd ? [{ endpoint: odd.endpoint, kind: 'recased', part, instead: common }] : []
  })
}

function partsIn(endpoints: readonly Endpoint[], pattern: RegExp): Place[] {
  return endpoints.flatMap((endpoint) => {
    const parts = splitSegments(endpoint.path)
    return parts.flatMap((part, at) => {
      if (!pattern.test(part)) return []
      return [{ endpoint, part, before: parts.slice(0, at).map(shaped).join('/') }]
    })
  })
}

/** How it is marked remains: a page may have taken over the paths of another tool. */
function folded(part: string): string {
  return part.toLowerCase().replace(/[-_]/g, '')
}
