import { counted, increment, incrementIn } from '../../../grouped.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document } from '../../../types.ts'
import { once } from '../../once.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { isUnclear, shapedSegments } from '../paths.ts'
import { most, singleSlips } from './single-words.ts'
import type { Slip } from './spelling.ts'

/** So many paths show that a word is the API's own. */
const often = 3
/** Whoever copies a sample copies its mistakes. */
const seldom = 2

interface Word {
  word: string
  /** What stands before it, and behind it. */
  place: string
}

/**
 * `/api/epxense/reports`, where all other paths of the project have `/api/expense/reports`: a word that stands nowhere else, all
 * but the one that the same neighbours have in other paths. Whatever the path is for, it was mistyped.
 */
export function indexRareWords(project: Project): (document: Document) => PathFault[] {
  const slips = once(() => findSlips(project))
  const single = once(() => singleSlips(project))
  return ({ facts }) => {
    if (slips().size + single().size === 0) return []
    return [...facts.endpoints, ...facts.namedPaths].flatMap((endpoint): PathFault[] => {
      const [rare] = wordsOf(endpoint.path).flatMap((it) => slips().get(keyOf(it)) ?? [])
      const slip = rare ?? single().get(endpoint.path)
      return slip ? [{ endpoint, kind: 'rare', ...slip }] : []
    })
  }
}

/** Rare words by place, each with the one that is meant. Few projects have any. */
function findSlips(project: Project): ReadonlyMap<string, Slip> {
  const { places, uses } = countWords(project)
  const found = new Map<string, Slip>()
  for (const [place, words] of places) {
    const common = words.size > most ? [] : [...words].flatMap(([word, times]) => (times >= often ? [word] : []))
    if (common.length === 0) continue
    for (const word of words.keys()) {
      const meant = (uses.get(word) ?? 0) <= seldom ? common.find((it) => isMistyped(word, it)) : undefined
      if (meant !== undefined) found.set(keyOf({ word, place }), { part: word, instead: meant })
    }
  }
  return found
}

type Counts = Map<string, number>

function countWords({ documents }: Project): { places: Map<string, Counts>; uses: Counts } {
  const places = new Map<string, Counts>()
  const uses: Counts = new Map()
  const paths = counted([...documents.values()].flatMap(({ facts }) => facts.endpoints.map(({ path }) => path)))
  for (const [path, times] of paths)
    for (const { word, place } of wordsOf(path)) {
      incrementIn(places, place, word, times)
      increment(uses, word, times)
    }
  return { places, uses }
}

function keyOf({ word, place }: Word): string {
  return `${word} ${place}`
}

/** Long words of a path, each with what stands before it and behind it: a word beside them, at least, that is no version. */
function wordsOf(path: string): Word[] {
  if (!path.startsWith('/') || !/[a-z_-]{7}/i.test(path) || path.includes('//') || isUnclear(path)) return []
  const parts = shapedSegments(path)
  return parts.flatMap((word, at) => {
    if (!/^[a-z][a-z_-]{6,}$/i.test(word)) return []
    const before = parts.slice(0, at)
    const next = parts.slice(at + 1).find((it) => !version.test(it)) ?? ''
    return isWord(next) || before.some(isWord) ? [{ word, place: `${before.join('/')} ${next}` }] : []
  })
}

const version = /^v?\d/i

function isWord(part: string): boolean {
  return part !== '' && part !== '{}' && !version.test(part)
}
