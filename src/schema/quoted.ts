import { text } from '../parse/json.ts'
import type { JsonNode } from '../types.ts'
import type { Contradiction } from './contradiction.ts'
import { decimal } from './values.ts'

/** So many are a habit, and not as many slips. */
const habit = 3

/**
 * An object that shows all of its numbers as strings does so because its API sends them so, whatever the type of each: that
 * is less than a mistake, and where there are many of them it is said once. What is documented as text is none of them.
 */
export function quotedNumbers(
  node: JsonNode,
  isText: (key: string) => boolean,
  found: Contradiction[],
  from: number,
): void {
  if (node.kind !== 'object' || found.length === from) return
  const quoted = new Set<number>()
  for (const { key, keyRange, value } of node.members) {
    if (value.kind === 'number') return
    if (decimal.test(text(value) ?? '') && !isText(key)) quoted.add(keyRange[0])
  }
  const own = found
    .slice(from)
    .filter(({ kind, says, at }) => kind === 'type' && says === 'number' && quoted.has(at[0]))
  if (quoted.size < 2 || own.length === 0) return
  const others = own.length - 1
  const told = own.map((it): Contradiction => ({ ...it, kind: 'quoted' }))
  const [first] = told
  const kept =
    first && own.length >= habit ? [{ ...first, shows: `${first.shows}, as are the ${others} others beside it` }] : told
  const rest = found.splice(from).filter((it) => !own.includes(it))
  found.push(...rest, ...kept)
}
