import { nodesIn } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { editsBetween } from '../../text.ts'
import type { JsonMember, JsonNode, Sample } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import type { Project } from '../index.ts'
import { shownBy } from './context.ts'

/** Where samples have a key. */
interface Use {
  path: string
  member: JsonMember
  /** All members of the object. */
  beside: readonly JsonMember[]
}

/** The uses of each key; of common ones the first few. */
type Keys = Map<string, Use[]>

/** So many samples show that a key is meant. */
const often = 3
/** More of them say no more. */
const most = 20
/** Names that both objects must share for one key to be the other. */
const shared = 2

const long = /^[a-z][\w-]{5,}$/i

/**
 * `filetr` in one sample, where others have `filter` beside the same keys: a slip, though no table says what there is. `isKnown` are
 * names that some list has.
 */
export function indexRareKeys(
  project: Project,
  isKnown: (name: string) => boolean,
): (sample: Sample) => Contradiction[] {
  const keys: Keys = new Map()
  for (const { path, facts } of sortedDocuments(project)) for (const it of facts.samples) note(keys, path, it)
  const neighbours = shelve(keys)
  return (sample) => usesIn('', sample).flatMap((use) => rareKey(use, keys, neighbours, isKnown))
}

function rareKey(
  { member: { key, keyRange }, beside }: Use,
  keys: Keys,
  neighbours: ReadonlyMap<string, readonly string[]>,
  isKnown: (name: string) => boolean,
): Contradiction[] {
  if (keys.get(key)?.length !== 1 || isKnown(key)) return []
  const own = new Set(beside.map((it) => it.key))
  for (const other of new Set(shortened(key).flatMap((it) => neighbours.get(it) ?? []))) {
    if (own.has(other) || !isSlip(key, other)) continue
    const alike = keys.get(other)?.filter((use) => use.beside.filter((it) => own.has(it.key)).length >= shared) ?? []
    const [first] = alike
    if (!first || alike.length < often) continue
    const node: JsonNode = { kind: 'unknown', range: first.member.keyRange }
    const place = { path: first.path, node }
    return [{ kind: 'rare', at: keyRange, name: key, says: other, shows: key, near: other, place }]
  }
  return []
}

function note(keys: Keys, path: string, sample: Sample): void {
  for (const use of usesIn(path, sample)) {
    const uses = keys.get(use.member.key)
    if (!uses) keys.set(use.member.key, [use])
    else if (uses.length < most) uses.push(use)
  }
}

function usesIn(path: string, sample: Sample): Use[] {
  const json = shownBy(sample)
  if (!json) return []
  return [...nodesIn(json)].flatMap((node) =>
    node.kind === 'object'
      ? node.members.flatMap((member) => (long.test(member.key) ? [{ path, member, beside: node.members }] : []))
      : [],
  )
}

/** Common keys by what is left of them without one letter: two words that are a slip apart have that in common. */
function shelve(keys: Keys): Map<string, string[]> {
  const shelf = new Map<string, string[]>()
  for (const [key, uses] of keys) {
    if (uses.length < often) continue
    for (const it of shortened(key)) {
      const words = shelf.get(it)
      if (words) words.push(key)
      else shelf.set(it, [key])
    }
  }
  return shelf
}

function shortened(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}

/** Numbers, plurals, and what differs in case or in its first letter are names of their own. */
function isSlip(word: string, other: string): boolean {
  const digits = (it: string) => it.replace(/\D/g, '')
  const [a, b] = [word.toLowerCase(), other.toLowerCase()]
  return (
    a !== b &&
    word[0] === other[0] &&
    digits(a) === digits(b) &&
    a.replace(/s$/, '') !== b.replace(/s$/, '') &&
    editsBetween(a, b) === 1
  )
}
