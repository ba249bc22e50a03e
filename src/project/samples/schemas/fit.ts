import { type JsonObject, members } from '../../../parse/json.ts'
import { foldName } from '../../../schema/keys.ts'
import { isMistyped } from '../../../spelling.ts'
import type { JsonNode } from '../../../types.ts'

/** What of a sample a schema may describe, and how well. */
interface Fit {
  nodes: JsonNode[]
  /** Of the keys, how many the schema knows: as a share, and counted. */
  share: number
  known: number
  /** How many envelopes were opened: what the schema of the whole is comes before what that of a part might be. */
  level: number
}

/**
 * What of the sample the schema describes: itself, or what one or two envelopes hold, if that fits better. One key alone
 * is an envelope, too: its name may be documented beside those of its members.
 */
export function fitOf(views: Views, keys: ReadonlySet<string>): Fit {
  let found: Fit = { nodes: [], share: 0, known: 0, level: 0 }
  for (let level = 0; level <= 2 && (found.share < 0.7 || found.known < 2); level++) {
    for (const view of views(level)) {
      const rated = rate(view, keys, level)
      const least = found.known < 2 ? 0.6 : Math.max(found.share, 0.6)
      if (level === 0 || (rated.share > least && rated.known > 1)) found = rated
    }
  }
  return found
}

export function countKnown(shown: ReadonlySet<string>, keys: ReadonlySet<string>): number {
  let known = 0
  for (const it of shown) if (keys.has(it)) known++
  return known
}

function rate({ nodes, shown }: View, keys: ReadonlySet<string>, level: number): Fit {
  let known = countKnown(shown, keys)
  if (level === 0 && known > 0 && known < shown.size && shown.size <= few && hasSlip(shown, keys)) known++
  if (level === 0 && known === 0 && shown.size === 1 && keys.size === 1 && areOne([...shown], [...keys])) known = 1
  return { nodes, share: shown.size === 0 ? 0 : known / shown.size, known, level }
}

/** Of so few keys, one that is misspelt may be the one that tells what is shown. */
const few = 6

function hasSlip(shown: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  const own = [...keys].filter((it) => it.length > 5 && !shown.has(it))
  return [...shown].some((it) => !keys.has(it) && own.some((other) => isMistyped(it, other)))
}

/** `customer_phone`, all that a sample shows, and `phone`, all that a table has; or `tokeen` and `token`. */
function areOne([shown = '']: string[], [documented = '']: string[]): boolean {
  if (isMistyped(shown, documented, false)) return true
  return shown.length > 2 && documented.length > 2 && (shown.endsWith(documented) || documented.endsWith(shown))
}

/** The objects that a schema might describe, and all keys that they show. */
interface View {
  nodes: JsonNode[]
  shown: ReadonlySet<string>
}

/** What stands below so many envelopes. Read once for all candidates. */
export type Views = (level: number) => View[]

export function viewsOf(json: JsonNode): Views {
  const nodes = [[json]]
  const known: View[][] = []
  const at = (level: number): JsonNode[] => {
    nodes[level] ??= at(level - 1)
      .flatMap((it) => (it.kind === 'array' ? it.items.slice(0, 1) : [it]))
      .flatMap((it) => members(it).map(({ value }) => value))
    return nodes[level]
  }
  return (level) => {
    // What lies in an envelope must show two known keys.
    known[level] ??= at(level)
      .filter((it) => level === 0 || it.kind === 'object' || it.kind === 'array')
      .map(viewOf)
      .filter(({ shown }) => level === 0 || shown.size > 1)
    return known[level]
  }
}

/** The object that a node is, or those that it is a list of. */
export function objectsOf(node: JsonNode): JsonObject[] {
  return (node.kind === 'array' ? node.items : [node]).filter((it) => it.kind === 'object')
}

export function viewOf(node: JsonNode): View {
  const nodes = objectsOf(node)
  const shown = new Set<string>()
  for (const { members } of nodes) for (const { key } of members) shown.add(foldName(key))
  return { nodes, shown }
}
