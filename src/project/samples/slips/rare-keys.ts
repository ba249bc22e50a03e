import { grouped, increment, shelve } from '../../../grouped.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { placeAt } from '../../../schema/place.ts'
import { isMistyped } from '../../../spelling.ts'
import { squash } from '../../../text.ts'
import type { JsonMember, Sample } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { once } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import { type Objects, type Use, usesByKey } from '../names.ts'
import type { SchemaLinks } from '../schemas/index.ts'

/** Where samples have a key, and on which page. */
interface Found extends Use {
  path: string
}

/** So many samples show that a key is meant. */
const often = 3
/** More of them say no more. */
const most = 20
/** Names that both objects must share for one key to be the other. */
const shared = 2
/** So many samples show how a name is spelt, and one that has all other names of the object. */
const spelt = 2

const long = /^[a-z][\w-]{5,}$/i
const word = /^[a-z][\w .:-]{2,}$/i

/** Whether lists of the project have a name in any spelling, and in this one. */
type Listed = Pick<SchemaLinks, 'isListed' | 'isWritten'>

/**
 * `filetr` or `Filter` in one sample, where others have `filter` beside the same keys: a slip, though no table says what there is.
 */
export function indexRareKeys(
  project: Project,
  counts: ReadonlyMap<string, number>,
  objects: Objects,
  listed: Listed,
): (sample: Sample) => Contradiction[] {
  const slips = new Map([...slipsAmong(counts, listed), ...respeltAmong(counts, listed)])
  // Few projects have any, and the others pay for counting only.
  if (slips.size === 0) return () => []
  const uses = once(() => usesOf(project, objects, new Set([...slips.values()].flat())))
  return (sample) =>
    objects(sample).flatMap((beside) =>
      beside.flatMap((it) => (slips.has(it.key) ? rareKey(it, beside, counts, slips, uses()) : [])),
    )
}

function rareKey(
  { key, keyRange }: JsonMember,
  beside: readonly JsonMember[],
  counts: ReadonlyMap<string, number>,
  slips: ReadonlyMap<string, readonly string[]>,
  uses: ReadonlyMap<string, readonly Found[]>,
): Contradiction[] {
  const own = new Set(beside.map((it) => it.key))
  for (const other of slips.get(key) ?? []) {
    if (own.has(other) || (counts.get(other) === 1 && !standsOut(key, beside))) continue
    const alike = uses.get(other)?.filter((use) => sharedBy(use, own) >= shared) ?? []
    const [first] = alike
    if (!first || (squash(key) === squash(other) ? !isRespelt(key, beside, own, alike) : alike.length < often)) continue
    const place = placeAt(first.path, first.member.keyRange)
    return [{ kind: 'rare', at: keyRange, name: key, says: other, shows: key, place }]
  }
  return []
}

/** Where another name of the object is spelt in the same way, that is a habit and no slip. */
function isRespelt(
  key: string,
  beside: readonly JsonMember[],
  own: ReadonlySet<string>,
  alike: readonly Use[],
): boolean {
  const style = styleOf(key)
  if (style !== '' && beside.some((it) => it.key !== key && styleOf(it.key) === style)) return false
  const isWhole = (it: Use) => sharedBy(it, own) === Math.min(it.beside.length, beside.length) - 1
  return alike.length >= spelt || alike.some(isWhole)
}

/** One stands against one: the slip is whose style, or first capital, no name beside it has. */
function standsOut(key: string, beside: readonly JsonMember[]): boolean {
  const others = beside.flatMap((it) => (it.key === key ? [] : [it.key]))
  const [style, styles] = [styleOf(key), others.map(styleOf).filter((it) => it !== '')]
  if (others.every((it) => /^[A-Z]/.test(it) !== /^[A-Z]/.test(key))) return true
  return style !== '' && styles.length > 0 && !styles.includes(style)
}

/** How the words of a name are told apart; one word alone has no style. */
function styleOf(name: string): string {
  const hump = /[a-z\d][A-Z]/.test(name) ? 'A' : ''
  return (/^[A-Z]/.exec(name) ? 'A-' : '') + hump + (/[^A-Za-z\d]/.exec(name)?.[0] ?? '')
}

function sharedBy({ beside }: Use, own: ReadonlySet<string>): number {
  return beside.filter((it) => own.has(it.key)).length
}

/** How often samples have each key. */
export function countKeys({ documents }: Project, objects: Objects): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { facts } of documents.values())
    for (const sample of facts.samples)
      for (const beside of objects(sample)) for (const { key } of beside) increment(counts, key)
  return counts
}

/** Keys that stand once, and the common ones that they are a slip away from: two such words are the same without one letter each. */
function slipsAmong(counts: ReadonlyMap<string, number>, { isListed }: Listed): Map<string, string[]> {
  const words = [...counts].filter(([key]) => long.test(key))
  const rare = words.flatMap(([key, times]) => (times === 1 ? [key] : []))
  const shelf = new Map<string, string[]>()
  const common = rare.length === 0 ? [] : words.filter(([, times]) => times >= often)
  for (const [key] of common)
    for (const it of shortened(key)) {
      shelve(shelf, it, key)
    }
  return new Map(
    rare.flatMap((key): [string, string[]][] => {
      const near = [...new Set(shortened(key).flatMap((it) => shelf.get(it) ?? []))].filter((it) => isMistyped(key, it))
      return near.length === 0 || isListed(key) ? [] : [[key, near]]
    }),
  )
}

/** Keys that stand once, and those that differ from them in case, or in what joins their words. */
function respeltAmong(counts: ReadonlyMap<string, number>, { isWritten }: Listed): Map<string, string[]> {
  const words = [...counts.keys()].filter((it) => word.test(it))
  const alike = grouped(words, squash)
  return new Map(
    [...alike.values()].flatMap((names): [string, string[]][] =>
      names.length < 2
        ? []
        : names
            .filter((it) => counts.get(it) === 1 && !isWritten(it))
            .map((rare) => [rare, names.filter((it) => it !== rare)]),
    ),
  )
}

/** The first uses of some keys on each page, in the order of paths. */
function usesOf(project: Project, objects: Objects, keys: ReadonlySet<string>): Map<string, Found[]> {
  const found = new Map<string, Found[]>()
  for (const { path, facts } of sortedDocuments(project))
    for (const [key, uses] of usesByKey(facts.samples, objects, (it) => keys.has(it.key)))
      for (const it of uses.slice(0, most)) shelve(found, key, { ...it, path })
  return found
}

/** A word, and all that it becomes when a letter is lost: two that are a slip apart share one of them. */
export function shortened(word: string): string[] {
  const found = [word]
  for (let at = 0; at < word.length; at++) found.push(word.slice(0, at) + word.slice(at + 1))
  return found
}
