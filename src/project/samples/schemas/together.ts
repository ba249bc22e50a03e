import type { Place } from '../../../schema/place.ts'
import type { Schema } from '../../../types.ts'
import type { Match, Search } from './types.ts'

/** The match with what other lists of its section say of the names that its schema lacks. Those of a whole page are about many things. */
export function withRest(
  match: Match | undefined,
  found: readonly Schema[],
  depth: number,
  search: Search,
): Match | undefined {
  const rest = match && depth > 1 && found.length > 1 ? restOf(match, found, search) : []
  return match && rest.length > 0 ? { ...match, rest } : match
}

/**
 * Some pages document one body in two lists: what this call takes, and below it what all such calls do. The lists that have
 * what the matching one lacks, where together they have all that the sample shows, and no name twice: two objects may well
 * share one. What an envelope holds is documented in one list as a rule.
 */
function restOf(match: Match, found: readonly Schema[], { document, views, links }: Search): Place[] {
  const [whole, more] = views(0)
  const first = found.find((it) => links.schema(document, it).node === match.schema.node)
  if (!first || !whole || more || match.roots !== whole.nodes) return []
  const known = links.keys(first)
  const shown = [...whole.shown]
  const rest = shown.filter((it) => !known.has(it))
  if (rest.length === 0) return []
  const others = found
    .map((schema) => ({ schema, keys: links.keys(schema) }))
    .filter(({ keys }) => rest.some((it) => keys.has(it)) && !shown.some((it) => keys.has(it) && known.has(it)))
  const isWhole = rest.every((it) => others.filter(({ keys }) => keys.has(it)).length === 1)
  return isWhole ? others.map(({ schema }) => links.schema(document, schema)) : []
}
