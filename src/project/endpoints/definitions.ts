import { getOrAdd, increment, shelve } from '../../grouped.ts'
import type { Document, Endpoint } from '../../types.ts'
import type { Defined } from '../types/endpoints.ts'
import type { EndpointGroup, Path, Segment } from '../types/groups.ts'
import { covers } from './covering.ts'
import { literals } from './paths.ts'

interface Entry {
  definition: Endpoint
  group: EndpointGroup
  segments: readonly Segment[]
  /** In the order of the documents. */
  rank: number
}

/** Documented paths of one length. */
interface Shelf {
  all: Entry[]
  /** Those without a word, and those whose end is open. */
  open: Entry[]
  /** The others by one of their words: where it stands, and which it is. */
  byWord: Map<number, Map<string, Entry[]>>
}

/** Longer bases stand before no API. */
const longestBase = 4

/**
 * Finds what a call may be among all that is documented. A path is kept under the rarest of its words: all paths of an API
 * begin alike, and a call must not be held against each of them.
 */
export function indexDefinitions(
  documents: readonly Document[],
  groupsOf: (document: Document) => readonly EndpointGroup[],
  path: (it: Endpoint) => Path,
): (called: readonly Segment[]) => Defined[] {
  const shelves = shelvesOf(documents, groupsOf, path)
  const endless = [...shelves.values()].flatMap(({ open }) => open.filter(({ segments }) => endsOpen(segments)))
  return (called) => {
    const found: Defined[] = []
    for (let cut = 0; cut <= longestBase && cut < called.length; cut++) {
      const rest = called.slice(cut)
      const shelf = shelves.get(rest.length)
      const base = literals(called.slice(0, cut)).join('/')
      const fitting = new Map(
        [...(shelf ? candidates(shelf, rest) : []), ...endless.filter(({ segments }) => segments.length < rest.length)]
          .filter(({ segments }) => covers(segments, rest))
          .sort((a, b) => a.rank - b.rank)
          .map(({ definition, group }) => [definition, { definition, group, base }]),
      )
      found.push(...fitting.values())
    }
    return found
  }
}

function endsOpen(segments: readonly Segment[]): boolean {
  return segments.at(-1)?.kind === 'rest'
}

function candidates({ all, open, byWord }: Shelf, called: readonly Segment[]): Entry[] {
  if (called.some(({ kind }) => kind === 'rest')) return all
  const found = [...open]
  for (const [at, words] of byWord) {
    const segment = called[at]
    // An id may be any word.
    if (segment?.kind === 'literal') found.push(...(words.get(segment.text) ?? []))
    else for (const entries of words.values()) found.push(...entries)
  }
  return found
}

function shelvesOf(
  documents: readonly Document[],
  groupsOf: (document: Document) => readonly EndpointGroup[],
  path: (it: Endpoint) => Path,
): Map<number, Shelf> {
  const entries = documents
    .flatMap((document) => groupsOf(document))
    .flatMap((group) => group.definitions.map((definition) => ({ definition, group })))
    .flatMap((it) => path(it.definition).variants.map((segments) => ({ ...it, segments })))
    .map((it, rank) => ({ ...it, rank }))
  const counts = countWords(entries)
  const shelves = new Map<number, Shelf>()
  for (const entry of entries) {
    const { length } = entry.segments
    const shelf = getOrAdd(shelves, length, () => ({ all: [], open: [], byWord: new Map() }))
    shelf.all.push(entry)
    const at = rarestWord(entry.segments, counts)
    if (at === undefined) shelf.open.push(entry)
    else keep(shelf, at, entry)
  }
  return shelves
}

function keep({ byWord }: Shelf, at: number, entry: Entry): void {
  const words = getOrAdd(byWord, at, () => new Map())
  const word = entry.segments[at]
  shelve(words, word?.kind === 'literal' ? word.text : '', entry)
}

function countWords(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { segments } of entries) {
    for (const [at, it] of segments.entries()) {
      if (it.kind === 'literal') increment(counts, wordKey(segments, at))
    }
  }
  return counts
}

function rarestWord(segments: readonly Segment[], counts: ReadonlyMap<string, number>): number | undefined {
  if (segments.some(({ kind }) => kind === 'rest')) return undefined
  let rarest: number | undefined
  const count = (at: number) => counts.get(wordKey(segments, at)) ?? 0
  for (const [at, it] of segments.entries()) {
    if (it.kind === 'literal' && (rarest === undefined || count(at) < count(rarest))) rarest = at
  }
  return rarest
}

/** A word, where it stands, and how long the path is. */
function wordKey(segments: readonly Segment[], at: number): string {
  const it = segments[at]
  return `${segments.length} ${at} ${it?.kind === 'literal' ? it.text : ''}`
}
