import { shelve } from '../../grouped.ts'
import { isMistyped } from '../../text.ts'
import type { Document, Names, Range } from '../../types.ts'
import type { Project } from '../index.ts'
import { onceEach } from '../once.ts'

/** A name that stands once, where all but it stands often. */
export interface MisspeltName {
  name: string
  at: Range
  meant: string
}

/** So many uses show that a name is meant, wherever they are; on the same page, two do. */
const often = 4

/**
 * `employlee_id`, in a project that has `employee_id` and no other `employlee`: the word that is wrong stands nowhere else, alone
 * or in another name, and the rest of the name is the same. A name that is only rare has words that others have, too.
 */
export function indexMisspelt(project: Project): (document: Document) => MisspeltName[] {
  const known = countNames(project)
  const rare = (names: Names) => names.once.flatMap((name) => rareParts(name, known))
  const gaps = new Set([...project.documents.values()].flatMap(({ facts }) => rare(facts.names).map(({ gap }) => gap)))
  const shelves = shelveNames(known, gaps)
  return onceEach((document) => {
    const own = new Set(document.facts.names.often)
    const found = rare(document.facts.names).flatMap(({ name, part, gap }) => {
      const like = shelves.get(gap)?.filter((it) => own.has(it.name) || known.uses(it.name) >= often) ?? []
      const meant = like.find((it) => isSlip(part, it.part))?.name
      const at = meant === undefined ? undefined : placeOf(name, part, document.text)
      return at && meant !== undefined ? [{ name, at, meant }] : []
    })
    return found.filter((it) => !isTold(project, document, it))
  })
}

interface Known {
  names: ReadonlyMap<string, number>
  uses(name: string): number
  /** How often a word stands in names, whatever its case. */
  words: ReadonlyMap<string, number>
}

function countNames({ documents }: Project): Known {
  const names = new Map<string, number>()
  const words = new Map<string, number>()
  const add = (counts: Map<string, number>, key: string, uses: number) => counts.set(key, (counts.get(key) ?? 0) + uses)
  for (const { facts } of documents.values()) {
    for (const it of facts.names.once) add(names, it, 1)
    for (const it of facts.names.often) add(names, it, 2)
  }
  for (const [name, uses] of names)
    for (const word of new Set(wordsOf(name).map((it) => it.toLowerCase()))) add(words, word, uses)
  return { names, words, uses: (name) => names.get(name) ?? 0 }
}

/** A word of a name, and the name without it. */
interface Part {
  name: string
  part: string
  gap: string
}

function partsOf(name: string): Part[] {
  const words = wordsOf(name)
  return words.map((part, at) => ({ name, part, gap: words.with(at, '').join(' ').toLowerCase() }))
}

function wordsOf(name: string): string[] {
  return name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? []
}

/** Words that nothing else has, in a name that stands nowhere else. Short ones and codes in capitals lie close together by nature. */
function rareParts(name: string, { uses, words }: Known): Part[] {
  if (uses(name) > 1) return []
  return partsOf(name).filter(({ part, gap }) => {
    const least = /^[A-Z]+$/.test(part) || gap.trim() === '' ? 7 : 5
    return part.length >= least && words.get(part.toLowerCase()) === 1
  })
}

function shelveNames({ names, uses }: Known, gaps: ReadonlySet<string>): ReadonlyMap<string, Part[]> {
  const shelves = new Map<string, Part[]>()
  if (gaps.size === 0) return shelves
  for (const name of names.keys())
    if (uses(name) > 1) for (const it of partsOf(name)) if (gaps.has(it.gap)) shelve(shelves, it.gap, it)
  return shelves
}

/** One letter, and not the last: `gates` and `gated` are two words. Nor is British spelling a mistake, or another case. */
function isSlip(part: string, meant: string): boolean {
  const [a, b] = [part.toLowerCase(), meant.toLowerCase()]
  if (isCapital(part) !== isCapital(meant) || spelling(a) === spelling(b) || !isMistyped(a, b)) return false
  return a.slice(0, Math.min(a.length, b.length) - 1) !== b.slice(0, Math.min(a.length, b.length) - 1)
}

function isCapital(word: string): boolean {
  return word === word.toUpperCase()
}

/** What `colour` and `color`, `organise` and `organize`, `cancelled` and `canceled`, `licence` and `license` have in common. */
function spelling(word: string): string {
  return word.replaceAll('our', 'or').replace(/[sc]/g, 'z').replace(/(.)\1/g, '$1').replace(/re$/, 'er')
}

/** Where the name stands, unless the page has the word elsewhere, too, or speaks of the mistake. */
function placeOf(name: string, part: string, text: string): Range | undefined {
  const folded = text.toLowerCase()
  const word = part.toLowerCase()
  if (folded.indexOf(word) !== folded.lastIndexOf(word)) return undefined
  const start = text.search(new RegExp(`\\b${name}\\b`))
  const line = text.slice(text.lastIndexOf('\n', start) + 1).split('\n', 1)[0] ?? ''
  return start < 0 || /misspel|\btypo/i.test(line) ? undefined : [start, start + name.length]
}

/** Whether another rule says so of the same place. */
function isTold(project: Project, document: Document, { name, at: [start, end] }: MisspeltName): boolean {
  return (
    project.samples.contradictions(document).some(({ at }) => at[0] < end && start < at[1]) ||
    project.endpoints.undocumentedParameters(document).some((it) => it.name === name) ||
    project.endpoints.querySlips(document).some((it) => it.name === name)
  )
}
