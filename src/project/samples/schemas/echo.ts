import type { Document, JsonNode, Range } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import { type SampleContext, surroundings } from '../context.ts'
import { isTaken } from './agreement.ts'
import { takesBody } from './bodies.ts'
import type { Match, Search } from './index.ts'

/**
 * What a call answers shows most of what it takes: `"access": "all"` in an answer is one of the values that the call may send,
 * if those are listed. What else it shows, and in which way it writes names, is its own matter.
 */
export function echoed(
  { document, sample, views, links }: Search,
  { role, failing }: SampleContext,
): Match | undefined {
  if (role !== 'response' || failing) return undefined
  for (const { range, depth } of surroundings(document, sample.section)) {
    if (depth < 1 || isOfSeveralCalls(document, range)) return undefined
    const taken = inside(document.facts.schemas, range).filter(
      (it) => isTaken(document, it, links) && (it.role === 'object' || takesBody(document, it)),
    )
    const [schema, another] = taken
    if (!schema) continue
    const roots = another ? undefined : shownWhole(views, links.keys(schema))
    if (!roots) return undefined
    return {
      schema: links.schema(document, schema),
      roots,
      named: false,
      isParameters: false,
      isPlaced: false,
      isEcho: true,
      isElsewhere: () => true,
    }
  }
  return undefined
}

function isOfSeveralCalls({ facts: { endpoints } }: Document, [start, end]: Range): boolean {
  const own = endpoints.filter(({ role, pathRange: [at] }) => role === 'definition' && start <= at && at < end)
  return new Set(own.map(({ method, path }) => `${method} ${path}`)).size > 1
}

/** The answer, or what it is wrapped in, with more than half of the names. */
function shownWhole(views: Search['views'], keys: ReadonlySet<string>): JsonNode[] | undefined {
  for (const level of [0, 1]) {
    const found = views(level).find(({ shown }) => {
      const known = [...keys].filter((it) => shown.has(it)).length
      return known > 1 && known * 2 > keys.size
    })
    if (found) return found.nodes
  }
  return undefined
}
