import { incrementIn, shelve } from '../../../grouped.ts'
import { editsBetween } from '../../../spelling.ts'
import type { Endpoint } from '../../../types.ts'
import { splitSegments } from '../paths.ts'

/** A word of a path, and the one that was meant. */
export interface Slip {
  part: string
  instead: string
}

/** How a page spells the segments of its paths. */
export interface Spelling {
  /** How many definitions have a long segment at a place. */
  counts: ReadonlyMap<number, ReadonlyMap<string, number>>
  /** Long segments that stand at a place many times. */
  common: ReadonlyMap<number, string[]>
  /** What stands before a word of several parts, and the word without what joins them → how often it is joined in which way. */
  joined: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Shorter segments lie close together. */
const least = 6

/** Counted from either end: a page's paths share their beginning, or the variants of one endpoint their end. */
function placesOf(length: number, at: number): [number, number] {
  return [at, at - length]
}

export function spellingOf(definitions: readonly Endpoint[]): Spelling {
  if (definitions.length < 4) return { counts: new Map(), common: new Map(), joined: new Map() }
  const counts = new Map<number, Map<string, number>>()
  for (const { path } of definitions) {
    const parts = splitSegments(path)
    for (const [at, part] of parts.entries())
      if (part.length >= least) for (const place of placesOf(parts.length, at)) incrementIn(counts, place, part)
  }
  const common = new Map<number, string[]>()
  // A parameter is no word: `quotas`, a list, misses nothing of `:quota`, one of it.
  for (const [place, parts] of counts)
    for (const [part, times] of parts) if (times >= 4 && !/[:{<[(]/.test(part)) shelve(common, place, part)
  return { counts, common, joined: joinedWords(definitions) }
}

const joints = /[-_]/g

function joinedWords(definitions: readonly Endpoint[]): Spelling['joined'] {
  const joined = new Map<string, Map<string, number>>()
  for (const { path } of definitions) {
    if (!path.includes('_') && !path.includes('-')) continue
    const parts = splitSegments(path)
    for (const [at, part] of parts.entries()) {
      if (!/^[a-z]+(?:[-_][a-z]+)+$/i.test(part)) continue
      incrementIn(joined, joinedKey(parts, at), part)
    }
  }
  return joined
}

function joinedKey(parts: readonly string[], at: number): string {
  return `${parts.slice(0, at).join('/')}/${parts[at]?.replace(joints, ' ')}`
}

/** `/box_lids/:id` once or twice, and `/box-lids` more often: the same word behind the same words, joined in two ways. */
function otherJoint(parts: readonly string[], at: number, { joined }: Spelling): string | undefined {
  const ways = joined.size === 0 ? undefined : joined.get(joinedKey(parts, at))
  const own = ways?.get(parts[at] ?? '') ?? 0
  if (ways?.size !== 2 || own === 0 || own > 2) return undefined
  const [other, times] = [...ways].find(([it]) => it !== parts[at]) ?? ['', 0]
  return times > own && times > 2 ? other : undefined
}

/** The first segment of a path that is a near miss, and what it misses. */
export function misspelling(parts: readonly string[], spelling: Spelling): Slip | undefined {
  if (spelling.joined.size + spelling.common.size === 0) return undefined
  for (const [at, part] of parts.entries()) {
    const instead = otherJoint(parts, at, spelling) ?? nearMiss(parts, at, spelling)
    if (instead !== undefined) return { part, instead }
  }
  return undefined
}

/** A segment that stands once where a like one stands many times; plurals and opposites ("subscribe") are words of their own. */
function nearMiss(parts: readonly string[], at: number, { counts, common }: Spelling): string | undefined {
  const part = parts[at] ?? ''
  if (part.length < least || !/^[A-Za-z_-]+$/.test(part)) return undefined
  for (const place of placesOf(parts.length, at)) {
    if ((counts.get(place)?.get(part) ?? 0) > 2) return undefined
    const other = common.get(place)?.find((it) => isSlip(part, it))
    if (other !== undefined) return isBuiltOn(part, counts) ? undefined : other
  }
  return undefined
}

/** `unpublish`, `publish_all`, `publishAll`: of what is the stem of other segments, the letters are meant. */
function isBuiltOn(part: string, counts: Spelling['counts']): boolean {
  const built = new RegExp(`^(?:\\w+${part}$|(?:[\\w-]*[-_])?${part}(?=[-_A-Z]))`)
  return [...counts.values()].some((parts) => [...parts.keys()].some((it) => built.test(it)))
}

function isSlip(part: string, other: string): boolean {
  if (Math.abs(other.length - part.length) > 2 || lookalike.test(part)) return false
  if (part.endsWith(other) || other.endsWith(part)) return false
  const plain = (word: string) => word.toLowerCase().replace(/(?:ies|es|s|y|e)$/, '')
  // Two letters that are other ones make another word: `products`, `projects`.
  const edits = editsBetween(part, other)
  return plain(other) !== plain(part) && (edits === 1 || (edits === 2 && part.length !== other.length))
}

/** Words of their own that are like other words of many APIs. */
export const lookalike =
  /^(?:ac|auc|op|na|sta)tions?$|^(?:contacts?|contracts?|contents?|contexts?|contests?|market|marker|change|charge|country|county|counter|devices?|review|preview|routing|rating|sender|vendor|import|export|report|session|version|mission|section|policy|police|account|amount|message|massage)(?:s|ies)?$/i
