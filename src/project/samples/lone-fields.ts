import { shelve } from '../../grouped.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { foldName } from '../../schema/keys.ts'
import { placeAt } from '../../schema/place.ts'
import { isMistyped } from '../../spelling.ts'
import type { Document, Field, JsonMember, Sample } from '../../types.ts'
import { standsOnce } from '../documents.ts'
import { once } from '../once.ts'
import { word } from './lone-keys.ts'
import { fieldName, type Objects } from './names.ts'
import { shortened } from './rare-keys.ts'

/** Names that an object shares with a list that is about its like. */
const shared = 2

/** A key in a sample, and all names of its object. */
interface Use {
  sample: Sample
  member: JsonMember
  beside: readonly JsonMember[]
  /** How many stand before it. */
  nth: number
}

/**
 * `galze` in a table, where samples have `glaze` beside other names of that table: a field that stands nowhere else, and lacks in its list
 * what it is a slip of. Told with the sample that shows it.
 */
export function loneFields(
  document: Document,
  counts: ReadonlyMap<string, number>,
  objects: Objects,
): (sample: Sample) => Contradiction[] {
  const uses = once(() => usesOf(document, counts, objects))
  const found = new Map<Sample, Contradiction[]>()
  for (const { fields } of document.facts.samples.length > 0 ? document.facts.schemas : []) {
    const names = once(() => new Set(fields.map(fieldName)))
    for (const field of fields) {
      const name = fieldName(field)
      if (!word.test(name) || counts.has(name) || !standsOnce(name, document.text)) continue
      const meant = shortened(name)
        .flatMap(uses())
        .find((it) => isMeant(it, name, names()))
      if (meant) shelve(found, meant.sample, slip(field, meant.member, document.path))
    }
  }
  return (sample) => found.get(sample) ?? []
}

function isMeant({ member: { key }, beside }: Use, name: string, names: ReadonlySet<string>): boolean {
  if (names.has(key) || !isMistyped(name, key, false) || foldName(name) === foldName(key)) return false
  return beside.filter((it) => names.has(it.key)).length >= shared
}

function slip({ nameRange, path }: Field, { key, keyRange }: JsonMember, page: string): Contradiction {
  const name = fieldName({ path })
  return { kind: 'row', at: nameRange, name, says: key, shows: name, near: key, place: placeAt(page, keyRange) }
}

/**
 * Where samples use the keys that a lost letter makes a word of, in the order of the text; of one that stands once, nobody knows that it
 * is right.
 */
function usesOf(
  { facts }: Document,
  counts: ReadonlyMap<string, number>,
  objects: Objects,
): (lost: string) => readonly Use[] {
  const byKey = new Map<string, Use[]>()
  let nth = 0
  for (const sample of facts.samples)
    for (const beside of objects(sample))
      for (const member of beside) shelve(byKey, member.key, { sample, member, beside, nth: nth++ })
  const shelf = new Map<string, Use[][]>()
  for (const [key, uses] of byKey)
    if (word.test(key) && counts.get(key) !== 1) for (const it of shortened(key)) shelve(shelf, it, uses)
  return (lost) => {
    const [one = [], ...others] = shelf.get(lost) ?? []
    return others.length === 0 ? one : [one, ...others].flat().sort((a, b) => a.nth - b.nth)
  }
}
