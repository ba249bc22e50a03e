import type { Document, JsonNode, Range, Schema } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import { surroundings } from '../context.ts'
import { isTaken } from './agreement.ts'
import { definitionsIn, takesBody } from './bodies.ts'
import { countKnown } from './fit.ts'
import type { Match, SchemaLinks, Search } from './types.ts'

/**
 * What a call answers shows most of what it takes: `"access": "all"` in an answer is one of the values that the call may send,
 * if those are listed. What else it shows, and in which way it writes names, is its own matter.
 */
export function echoed({ document, sample, context, views, links }: Search): Match | undefined {
  const { role, failing } = context
  const all = role === 'response' && !failing ? links.taken(document) : []
  if (all.length === 0) return undefined
  for (const { range, depth } of surroundings(document, sample.section)) {
    if (depth < 1) return undefined
    const [schema, another] = inside(all, range)
    if (!schema) continue
    const roots = another || isOfSeveralCalls(document, range) ? undefined : shownWhole(views, links.keys(schema))
    if (!roots) return undefined
    return {
      schema: links.schema(document, schema),
      roots,
      named: false,
      isEcho: true,
      isElsewhere: () => true,
    }
  }
  return undefined
}

/** The bodies that a page says its calls take. */
export function takenIn(document: Document, links: SchemaLinks): Schema[] {
  return document.facts.schemas.filter(
    (it) => (it.role === 'object' || takesBody(document, it)) && isTaken(document, it, links),
  )
}

function isOfSeveralCalls({ facts }: Document, range: Range): boolean {
  const [first, ...others] = definitionsIn(facts, range)
  return others.some(({ method, path }) => method !== first?.method || path !== first?.path)
}

/** An envelope names few things besides what is in it. */
const narrow = 6

/** The answer, or what it is wrapped in, with more than half of the names. */
function shownWhole(views: Search['views'], keys: ReadonlySet<string>): JsonNode[] | undefined {
  for (const level of [0, 1]) {
    if (level === 1 && views(0).some(({ shown }) => shown.size > narrow)) return undefined
    const found = views(level).find(({ shown }) => {
      const known = countKnown(shown, keys)
      return known > 1 && known * 2 > keys.size
    })
    if (found) return found.nodes
  }
  return undefined
}
