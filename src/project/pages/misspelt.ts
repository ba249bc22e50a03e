import { increment, shelve } from '../../grouped.ts'
import { isHistory } from '../../paths.ts'
import type { Document } from '../../types.ts'
import { wordsOfContracts } from '../documents.ts'
import { later, once, onceEach } from '../once.ts'
import type { MisspeltName } from '../types/pages.ts'
import type { Project } from '../types/project.ts'
import { comparedFields } from './compared-fields.ts'
import { exampleValues } from './example-values.ts'
import { indexHttpNames } from './http-names.ts'
import { spelledOtherwise } from './recased.ts'
import { isCapital, isSlip, placeOf } from './slips.ts'
import { tripledLetters } from './tripled.ts'

/** So many uses show that a name is meant, wherever they are; on the same page, two do. */
const often = 3
/** Short words lie close together: of those, only what stands everywhere is sure. */
const [shortWord, always] = [5, 10]
/** A slip is copied once, to another page, where so many uses show what is meant; a name that stands more often is one of its own. */
const [copied, oftener] = [2, 5]
/** Where names have more words than that in one place, any word may be one. */
const most = 300
/** A page with more slips than these lists names that lie close together by nature, and finding each of them on it would take long. */
const likely = 99

/**
 * `captian_id`, in a project that has `captain_id` and no other `captian`: the word that is wrong stands nowhere else, alone
 * or in another name, and the rest of the name is the same. A name that is only rare has words that others have, too.
 */
export function indexMisspelt(project: Project): (document: Document) => MisspeltName[] {
  const known = countNames(project)
  const rare = onceEach(({ facts }: Document) => facts.names.once.flatMap((name) => rareParts(name, known)))
  const gaps = new Set([...project.documents.values()].flatMap((it) => rare(it).map(({ gap }) => gap)))
  const shelves = shelveNames(known, gaps)
  const isUsual = (name: string, slip: Part, own: ReadonlySet<string>) => {
    const isCopied = known.uses(slip.name) > 1
    const times = known.uses(name)
    if (isCopied) return slip.part.length > shortWord && times >= oftener
    return slip.part.length < shortWord ? times >= always : own.has(name) || times >= often
  }
  const isInContract = wordsOfContracts(project)
  const httpNames = later(() => indexHttpNames(project))
  const misspelt = (document: Document) => {
    const parts = rare(document)
    if (parts.length === 0) return []
    const own = new Set(document.facts.names.often)
    const page = { text: document.text, folded: once(() => document.text.toLowerCase()) }
    const slips = parts.flatMap((it) => slipOf(it, shelves.get(it.gap) ?? [], (name) => isUsual(name, it, own)))
    return slips.length > likely
      ? []
      : slips
          .flatMap((it) => placed(it, page))
          .map((it) => (known.uses(it.name) > 1 ? { ...it, copied: true as const } : it))
  }
  return onceEach((document) => {
    if (isHistory(document.path)) return []
    const tripled = tripledLetters(document)
    const slips = misspelt(document).filter((it) => !tripled.some(({ name }) => name === it.name))
    const other = [...spelledOtherwise(document, known.uses), ...comparedFields(document, known.uses)]
    const found = [...tripled, ...slips, ...other, ...exampleValues(document), ...httpNames(document)]
    if (found.length === 0) return []
    const isTold = toldBy(project, document)
    return found.filter((it) => !isTold(it) && !isInContract(it.name))
  })
}

interface Slip extends Pick<MisspeltName, 'name' | 'usual' | 'meant'> {
  /** The word that is wrong. */
  part: string
}

function slipOf({ name, part }: Part, shelf: readonly Part[], isUsual: (name: string) => boolean): Slip[] {
  if (shelf.length > most) return []
  const isLost = (it: Part) => isOneForTwo(name, part, it.part)
  const usual = shelf.find((it) => isUsual(it.name) && (isSlip(part, it.part) || isLost(it)))
  if (!usual) return []
  const meant = name.replace(part, casedAs(part, usual.part))
  // What lost its end is a part of the right one.
  return [{ name, part: isLost(usual) ? name : part, usual: usual.name, meant }]
}

/** `sessioNumber`: the letter that ends the one word begins the next one. */
function isOneForTwo(name: string, part: string, meant: string): boolean {
  const last = meant.at(-1) ?? ''
  return part + last === meant && name.startsWith(last.toUpperCase(), name.indexOf(part) + part.length)
}

interface Known {
  /** The words of each name. */
  names: ReadonlyMap<string, readonly string[]>
  uses(name: string): number
  /** How often a word stands in names, whatever its case. */
  words: ReadonlyMap<string, number>
}

function countNames({ documents }: Project): Known {
  const uses = new Map<string, number>()
  for (const { facts } of documents.values()) {
    for (const it of facts.names.once) increment(uses, it)
    for (const it of facts.names.often) increment(uses, it, 2)
  }
  const names = new Map<string, readonly string[]>()
  const words = new Map<string, number>()
  for (const [name, times] of uses) {
    const own = wordsOf(name)
    names.set(name, own)
    for (const it of own) {
      // Short words are never asked for.
      if (it.length < leastWord) continue
      const word = it.toLowerCase()
      increment(words, word, times)
    }
  }
  return { names, words, uses: (name) => uses.get(name) ?? 0 }
}

/** A word of a name, and the name without it. */
interface Part {
  name: string
  part: string
  gap: string
}

function wordsOf(name: string): string[] {
  return name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? []
}

function gapAt(words: readonly string[], at: number): string {
  return words.with(at, '').join(' ').toLowerCase()
}

const leastWord = 4

/** Words that nothing else has, in a name that stands nowhere else, or once on another page. Short ones and codes in capitals lie close together by nature. */
function rareParts(name: string, { names, uses, words }: Known): Part[] {
  const times = uses(name)
  if (times > copied) return []
  const own = names.get(name) ?? []
  return own.flatMap((part, at) => {
    const least = own.length === 1 || isCapital(part) ? 7 : leastWord
    return part.length >= least && words.get(part.toLowerCase()) === times ? [{ name, part, gap: gapAt(own, at) }] : []
  })
}

function shelveNames({ names, uses }: Known, gaps: ReadonlySet<string>): ReadonlyMap<string, Part[]> {
  const shelves = new Map<string, Part[]>()
  if (gaps.size === 0) return shelves
  for (const [name, words] of names) {
    if (uses(name) < 2) continue
    for (const [at, part] of words.entries()) {
      const gap = part.length < leastWord - 1 ? undefined : gapAt(words, at)
      if (gap !== undefined && gaps.has(gap)) shelve(shelves, gap, { name, part, gap })
    }
  }
  return shelves
}

/** `definition` for `Definition`, where the word that it stands for is written so. */
function casedAs(part: string, word: string): string {
  if (isCapital(part)) return word.toUpperCase()
  const first = word.charAt(0)
  return (/^[A-Z]/.test(part) ? first.toUpperCase() : first.toLowerCase()) + word.slice(1)
}

interface Page {
  text: string
  /** In lower case. */
  folded(): string
}

/** Where a name stands, unless the page has the word that is wrong elsewhere, too, or its line has both names, or speaks of the mistake. */
function placed({ name, part, usual, meant }: Slip, { text, folded }: Page): MisspeltName[] {
  const word = part.toLowerCase()
  if (
    folded().indexOf(word) !== folded().lastIndexOf(word) ||
    isExplained(word, meant.slice(name.indexOf(part)).toLowerCase(), folded())
  )
    return []
  const at = placeOf(name, text, usual)
  return at ? [{ name, at, usual, meant }] : []
}

/** `duckcode`, and "the code of the duck": of two words in one, the first is the one that was meant, whatever `dockcode` is. */
function isExplained(word: string, meant: string, text: string): boolean {
  let same = 0
  while (word[same] === meant[same]) same++
  for (let end = Math.max(same + 1, leastWord); end <= word.length - leastWord + 1; end++)
    if (new RegExp(`(?<![a-z])${word.slice(0, end)}(?![a-z])`).test(text)) return true
  return false
}

/** Whether another rule says so of the same place, or of the same name. */
function toldBy({ samples, endpoints: { parameters } }: Project, document: Document): (it: MisspeltName) => boolean {
  const places = new Set(samples.contradictions(document).map(({ at }) => at[0]))
  const slips = [...parameters.undocumented(document), ...parameters.querySlips(document)]
  const names = new Set(slips.map(({ name }) => name))
  // Keys of samples stand in quotes.
  return ({ name, at: [start] }) => names.has(name) || places.has(start) || places.has(start - 1)
}
