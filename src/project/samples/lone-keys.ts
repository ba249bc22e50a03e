import { shelve } from '../../grouped.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { placeAt } from '../../schema/place.ts'
import { isMistyped } from '../../spelling.ts'
import type { Document, JsonMember, Range, Sample } from '../../types.ts'
import { fieldName, type Objects } from './names.ts'
import { shortened } from './rare-keys.ts'

/** What is shorter, or no word, is too often a letter away from another one. */
export const word = /^[a-z][a-z\d_-]{3,}$/i

/**
 * `scoer`, on a page that has `score` in a table or in another object: a key that no other sample and no list has, with a letter too
 * many, one too few, or two that changed places. Another letter makes another word more often than a slip.
 */
export function loneKeys(
  document: Document,
  counts: ReadonlyMap<string, number>,
  objects: Objects,
  isKnown: (name: string) => boolean,
): (sample: Sample) => Contradiction[] {
  const isLone = (key: string) => counts.get(key) === 1 && word.test(key) && !isKnown(key)
  const shown = document.facts.samples.flatMap(objects)
  if (!shown.some((beside) => beside.some(({ key }) => isLone(key)))) return () => []
  const shelf = namesOf(
    document,
    shown.flatMap((beside) => beside.filter(({ key }) => (counts.get(key) ?? 0) > 1)),
  )
  return (sample) =>
    objects(sample).flatMap((beside) =>
      beside.flatMap((it) => (isLone(it.key) ? slipOf(it, beside, shelf, document.path) : [])),
    )
}

interface Name {
  name: string
  range: Range
}

function slipOf(
  { key, keyRange }: JsonMember,
  beside: readonly JsonMember[],
  shelf: ReadonlyMap<string, readonly Name[]>,
  path: string,
): Contradiction[] {
  const meant = shortened(key)
    .flatMap((it) => shelf.get(it) ?? [])
    .find(({ name }) => isMistyped(key, name, false) && !beside.some((it) => it.key === name))
  if (!meant) return []
  return [
    {
      kind: 'lone',
      at: keyRange,
      name: key,
      says: meant.name,
      shows: key,
      near: meant.name,
      place: placeAt(path, meant.range),
    },
  ]
}

/** What fields of a page and some keys are called, by all that a lost letter makes of it. */
function namesOf({ facts }: Document, keys: readonly JsonMember[]): ReadonlyMap<string, readonly Name[]> {
  const names = new Map<string, Range>()
  for (const field of facts.schemas.flatMap((it) => it.fields)) {
    const name = fieldName(field)
    if (!names.has(name)) names.set(name, field.nameRange)
  }
  for (const { key, keyRange } of keys) if (!names.has(key)) names.set(key, keyRange)
  const shelf = new Map<string, Name[]>()
  for (const [name, range] of names)
    if (word.test(name)) for (const it of shortened(name)) shelve(shelf, it, { name, range })
  return shelf
}
