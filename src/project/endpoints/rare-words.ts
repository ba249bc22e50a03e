import { editsBetween } from '../../text.ts'
import type { Document, Endpoint } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import type { Project } from '../index.ts'
import type { EndpointIndex } from './index.ts'
import type { PathFault } from './path-faults.ts'
import { splitSegments } from './paths.ts'

/** So many paths show that a word is the API's own. */
const often = 3
/** Whoever copies a sample copies its mistakes. */
const seldom = 2
/** In a place where paths have more words than that, any word may be one. */
const most = 300

/** The words that paths have between the same neighbours, and how often. */
type Words = Map<string, number>

/**
 * `/api/epxense/reports`, where all other paths of the project have `/api/expense/reports`: a word that stands nowhere else, all
 * but the one that the same neighbours have in other paths. Whatever the path is for, it was mistyped.
 */
export function indexRareWords(project: Project, index: EndpointIndex): (document: Document) => PathFault[] {
  const places = new Map<string, Words>()
  const uses: Words = new Map()
  for (const { facts } of sortedDocuments(project))
    for (const { path } of facts.endpoints)
      for (const { word, place } of wordsOf(path)) {
        const words = places.get(place) ?? new Map<string, number>()
        places.set(place, words)
        add(words, word)
        add(uses, word)
      }
  return (document) => {
    const found = document.facts.endpoints.flatMap((endpoint) => rareWord(endpoint, places, uses))
    if (found.length === 0) return []
    // What its own section contradicts is said there.
    const told = new Set(index.calls.mismatches(document).map(({ sample }) => sample))
    return found.filter(({ endpoint }) => !told.has(endpoint))
  }
}

function rareWord(endpoint: Endpoint, places: ReadonlyMap<string, Words>, uses: Words): PathFault[] {
  for (const { word, place } of wordsOf(endpoint.path)) {
    const words = (uses.get(word) ?? 0) <= seldom ? places.get(place) : undefined
    if (!words || words.size > most) continue
    const meant = [...words].find(([it, times]) => times >= often && isSlip(word, it))
    if (meant) return [{ endpoint, kind: 'rare', part: word, instead: meant[0] }]
  }
  return []
}

/** Long words of a path, each with what stands before it and behind it: a word beside them, at least, that is no version. */
function* wordsOf(path: string): Generator<{ word: string; place: string }> {
  if (!path.startsWith('/') || /[%…]|\.\.\.|\/\//.test(path)) return
  const parts = splitSegments(path).map((it) => (/^[\w.-]*$/.test(it) ? it : '{}'))
  for (const [at, word] of parts.entries()) {
    if (!/^[a-z][a-z_-]{6,}$/i.test(word)) continue
    const before = parts.slice(0, at)
    const next = parts.slice(at + 1).find((it) => !version.test(it)) ?? ''
    if (isWord(next) || before.some(isWord)) yield { word, place: `${before.join('/')} ${next}` }
  }
}

const version = /^v?\d/i

function isWord(part: string): boolean {
  return part !== '' && part !== '{}' && !version.test(part)
}

/** A plural, a form of a verb, and another case are words of their own. */
function isSlip(word: string, other: string): boolean {
  const [a, b] = [word.toLowerCase(), other.toLowerCase()]
  if (Math.abs(a.length - b.length) > 1 || a.startsWith(b) || b.startsWith(a)) return false
  return editsBetween(a, b) === 1
}

function add(words: Words, word: string): void {
  words.set(word, (words.get(word) ?? 0) + 1)
}
