import { counted, shelve } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import { areVariants, editsBetween } from '../../../spelling.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { once, onceEach } from '../../once.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { isUnclear } from '../paths.ts'
import type { Mentions } from './mentions.ts'
import { lookalike } from './spelling.ts'
import { areOneAbroad, isAbroad } from './two-languages.ts'

/** Short words lie close together. */
const least = 5
/** So many paths of other pages show that a word is the API's own. */
const often = 2
/** What is written in capitals is a value, unless it is prose. */
const token = /[A-Z]?[a-z]+/g
const spoken = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g

/**
 * `POST /auth/refesh` on a page that speaks of `refresh`: a word that stands in one path and nowhere else in the project, all but a
 * letter a word of the page's prose, of its name, or of the project's other paths.
 */
export function indexPageWords(project: Project, mentions: Mentions): (document: Document) => PathFault[] {
  const documents = [...project.documents.values()]
  const inPaths = once(() => wordsOfPaths(documents))
  const stands = (word: string, own: Document) => {
    const written = new RegExp(word, 'i')
    return documents.some((it) => it !== own && written.test(it.text))
  }
  return (document) => {
    const known = once(() => wordsOf(document))
    const timesOf = onceEach(timesOn(document))
    const named = once(() => shelved(namesOf(document)))
    const all = mentions(document)
    const abroad = once(() => isAbroad(document.text))
    // What a page in another language says of `alerts` has that language's word.
    const saidBy = (word: string, words: Words) => {
      const meant = meantBy(word, words)
      return meant !== undefined && areOneAbroad(word, meant) && abroad() ? undefined : meant
    }
    const meantHere = (part: string, word: string) => {
      const times = timesOf(part)
      if (times > 2 || lookalike.test(word)) return undefined
      if (times === 1) return saidBy(word, known()) ?? meantBy(word, inPaths())
      const meant = saidBy(word, named())
      return meant !== undefined && isTwiceIn(all, word) ? meant : undefined
    }
    return all.flatMap((endpoint): PathFault[] =>
      wordsOfPath(endpoint).flatMap((part) => {
        const word = part.toLowerCase()
        const meant = meantHere(part, word)
        if (meant === undefined || stands(word, document)) return []
        const instead = part === word ? meant : meant.charAt(0).toUpperCase() + meant.slice(1)
        return [{ endpoint, kind: 'odd', part, instead }]
      }),
    )
  }
}

function wordsOfPath({ path, role, host }: Endpoint): string[] {
  // A link of a sentence may lead anywhere.
  if (!path.startsWith('/') || isUnclear(path) || (role === 'mention' && host !== undefined)) return []
  return (path.match(token) ?? []).filter((it) => it.length >= least)
}

/** How often a page has a word, in whatever case, up to three. */
function timesOn({ text }: Document): (word: string) => number {
  const folded = once(() => text.toLowerCase())
  // As it is written, most words stand more often, and no copy of the page is needed.
  return (word) => (timesIn(text, word) > 2 ? 3 : timesIn(folded(), word.toLowerCase()))
}

function timesIn(text: string, word: string): number {
  const first = text.indexOf(word)
  const last = text.lastIndexOf(word)
  return first === last ? 1 : text.indexOf(word, first + 1) === last ? 2 : 3
}

/** Whoever copies a path into its call copies its mistake. */
function isTwiceIn(mentions: readonly Endpoint[], word: string): boolean {
  return mentions.filter(({ path }) => path.toLowerCase().includes(word)).length === 2
}

type Words = ReadonlyMap<string, readonly string[]>

/** By their first letters, which are seldom mistyped, and make another word. */
function shelved(words: Iterable<string>): Words {
  const shelves = new Map<string, string[]>()
  for (const it of words) if (it.length >= least) shelve(shelves, it.charAt(0), it)
  return shelves
}

function wordsOfPaths(documents: readonly Document[]): Words {
  const all = documents.flatMap(({ facts }) => facts.endpoints.flatMap(({ path }) => wordsIn(path)))
  return shelved([...counted(all)].flatMap(([word, times]) => (times >= often ? word : [])))
}

/** The words that the page has twice, their accents aside, which no path has, and those of its name and its folder's. */
function wordsOf({ text, path }: Document): Words {
  const plain = /[à-ÿ]/i.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text
  const twice = [...counted(wordsIn(plain))].flatMap(([word, times]) => (times > 1 ? word : []))
  const { folder } = splitPath(path)
  return shelved(new Set([...twice, ...namesOf({ path }), ...wordsIn(splitPath(folder).name)]))
}

/** The words of a page's name, and all of them as one. */
function namesOf({ path }: Pick<Document, 'path'>): string[] {
  const { name } = splitPath(path.replace(/\.\w+$/, ''))
  return [...wordsIn(name), name.toLowerCase().replace(/[^a-z]/g, '')]
}

function wordsIn(text: string): string[] {
  return (text.match(spoken) ?? []).map((it) => it.toLowerCase())
}

function meantBy(word: string, words: Words): string | undefined {
  return words.get(word.charAt(0))?.find((it) => isOff(word, it))
}

/** A letter too many or too few, or two that changed places: with another letter in one place it is another word, or that of another language. */
function isOff(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false
  if (word.startsWith(other) || other.startsWith(word) || editsBetween(word, other) !== 1) return false
  // `filtre` and `filter`.
  if (word.length === other.length) return isChanged(word, other)
  return Math.max(word.length, other.length) > least && !areVariants(word, other)
}

function isChanged(word: string, other: string): boolean {
  return word.slice(0, -2) !== other.slice(0, -2) && [...word].sort().join() === [...other].sort().join()
}
