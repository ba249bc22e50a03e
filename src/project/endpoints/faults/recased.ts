import { grouped, increment } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { splitSegments } from '../paths.ts'

/** Two words at least: whoever writes `{ID}` in one place and `{id}` in another, means the same word. */
const parameter = /^[:{<]([a-z]+(?:[-_]?[A-Z][A-Za-z]*|[-_][a-z]+)+)[}>]?$/

/** A word of the path itself: a server tells `Pots` and `pots` apart, and two of them that agree show which is meant. */
const word = /^[A-Za-z][A-Za-z-]{3,}$/

interface Place {
  endpoint: Endpoint
  part: string
}

/** `{potID}` beside `{potId}`, behind the same words of a page's paths: one parameter, or one word, in two spellings. The rarer one is told, once. */
export function recased(stated: readonly Endpoint[]): PathFault[] {
  const places = stated.flatMap(parametersIn)
  if (places.length < 2) return []
  return [...grouped(places, ({ key }) => key).values()].flatMap((all): PathFault[] => {
    const counts = new Map<string, number>()
    for (const { part } of all) increment(counts, part)
    const [[common = '', often = 0] = [], [part = '', seldom = 0] = [], another] = [...counts].sort(
      (a, b) => b[1] - a[1],
    )
    const isShown = word.test(part) ? seldom === 1 && often > 1 : seldom > 0 && seldom <= often
    const odd = another || !isShown ? undefined : all.find((it) => it.part === part)
    return odd ? [{ endpoint: odd.endpoint, kind: 'recased', part, instead: common }] : []
  })
}

function parametersIn(endpoint: Endpoint): (Place & { key: string })[] {
  const parts = splitSegments(endpoint.path)
  return parts.flatMap((part, at) => {
    if (!parameter.test(part) && !(at > 0 && word.test(part))) return []
    const before = parts.slice(0, at).map((it) => (/^[:{<]/.test(it) ? '{}' : it))
    return [{ endpoint, part, key: `${before.join('/')} ${part.toLowerCase()}` }]
  })
}
