import { getOrAdd, shelve } from '../../../grouped.ts'
import { placeAt } from '../../../schema/place.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document, JsonMember, Range } from '../../../types.ts'
import { fieldName, type Objects, type Use, usesByKey } from '../names.ts'
import { shortened } from './rare-keys.ts'
import type { Slip } from './slip.ts'

/** What is shorter, or no word, is too often a letter away from another one. */
export const word = /^[a-z][a-z\d_-]{3,}$/i

/** So often a slip may have been copied, where the word that was meant stands on the page so many times as often. */
const [copied, surer] = [4, 3]
/** More objects say no more of what stands beside a name. */
const most = 20
/** A long word that is another one by a letter alone; names of several words differ by one on purpose. */
const longWord = /^[a-z]{6,}$/i

/**
 * `scoer`, on a page that has `score` in a table or in another object: a key that no other sample and no list has, with a letter too
 * many, one too few, or two that changed places. Another letter makes another word more often than a slip, unless the word is long
 * and the other one stands beside the same names, or it was copied, and the page has the other one far more often.
 */
export function loneKeys(
  document: Document,
  counts: ReadonlyMap<string, number>,
  objects: Objects,
  isListed: (name: string) => boolean,
): Slip[] {
  const { samples } = document.facts
  const mayBeLone = ({ key }: JsonMember) => (counts.get(key) ?? 0) <= copied && word.test(key) && !isListed(key)
  const uses = usesByKey(samples, objects, mayBeLone)
  if (uses.size === 0) return []
  const isCommon = (key: string) => !uses.has(key) || (counts.get(key) ?? 0) > 1
  const shelf = namesOf(document, samples.flatMap(objects), isCommon)
  // What stands on other pages, too, is no slip of this one.
  const own = [...uses].filter(([key, all]) => all.length === counts.get(key))
  return own.flatMap(([key, all]) => slipOf(key, all, shelf, document) ?? [])
}

interface Name {
  name: string
  range: Range
  /** How often samples of the page have it. */
  times: number
  /** The names that stand beside it, each time that it does. */
  beside: ReadonlySet<string>[]
}

function slipOf(
  key: string,
  [first, ...more]: readonly Use[],
  shelf: ReadonlyMap<string, readonly Name[]>,
  { path, text }: Document,
): Slip | undefined {
  if (!first) return undefined
  const { sample, member, beside } = first
  const meant = shortened(key)
    .flatMap((it) => shelf.get(it) ?? [])
    .find((it) => !beside.some(({ key }) => key === it.name) && isMeant(key, it, beside, more.length))
  if (!meant || (!(more.length === 0 && isMistyped(key, meant.name, false)) && saysElsewhere(key, text)))
    return undefined
  const { name, range } = meant
  const repeats = more.map((it) => it.member.keyRange)
  const place = placeAt(path, range)
  return { sample, kind: 'lone', at: member.keyRange, name: key, says: name, shows: key, place, repeats }
}

function isMeant(key: string, it: Name, beside: readonly JsonMember[], copies: number): boolean {
  if (copies > 0) return longWord.test(key) && isMistyped(key, it.name) && it.times >= (copies + 1) * surer
  if (isMistyped(key, it.name, false)) return true
  if (!longWord.test(key) || !isMistyped(key, it.name)) return false
  return it.beside.some((names) => beside.length > 1 && beside.every((one) => one.key === key || names.has(one.key)))
}

/** The page has the word where it is no key. */
function saysElsewhere(word: string, text: string): boolean {
  return new RegExp(`\\b${word}\\b(?!["'][ \\t]*:)`).test(text)
}

/** What fields of a page and some keys are called, by all that a lost letter makes of it. */
function namesOf(
  { facts }: Document,
  shown: readonly (readonly JsonMember[])[],
  isCommon: (key: string) => boolean,
): ReadonlyMap<string, readonly Name[]> {
  const names = new Map<string, Name>()
  const add = (name: string, range: Range, times: number, beside: ReadonlySet<string>) => {
    const known = getOrAdd(names, name, () => ({ name, range, times: 0, beside: [] }))
    known.times += times
    if (known.beside.length < most) known.beside.push(beside)
  }
  for (const { fields } of facts.schemas) {
    const beside = new Set(fields.map(fieldName))
    for (const field of fields) add(fieldName(field), field.nameRange, 0, beside)
  }
  for (const members of shown) {
    const beside = new Set(members.map(({ key }) => key))
    for (const { key, keyRange } of members) if (isCommon(key)) add(key, keyRange, 1, beside)
  }
  const shelf = new Map<string, Name[]>()
  for (const it of names.values())
    if (word.test(it.name)) for (const short of shortened(it.name)) shelve(shelf, short, it)
  return shelf
}
