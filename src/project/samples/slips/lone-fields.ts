import { shelve } from '../../../grouped.ts'
import { foldName } from '../../../schema/keys.ts'
import { placeAt } from '../../../schema/place.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document, Field, Sample } from '../../../types.ts'
import { standsOnce } from '../../documents.ts'
import { later, once } from '../../once.ts'
import { fieldName, type Objects, type Use, usesByKey } from '../names.ts'
import { word } from './lone-keys.ts'
import { shortened } from './rare-keys.ts'
import type { Slip } from './slip.ts'

/** Names that an object shares with a list that is about its like. */
const shared = 2

/**
 * `galze` in a table, where samples have `glaze` beside other names of that table: a field that stands nowhere else, and lacks in its list
 * what it is a slip of. Told with the sample that shows it.
 */
export function loneFields(document: Document, counts: ReadonlyMap<string, number>, objects: Objects): Slip[] {
  const { samples, schemas } = document.facts
  const usesOf = later(() => usesByShortened(samples, counts, objects))
  return schemas.flatMap(({ fields }) => {
    const names = once(() => new Set(fields.map(fieldName)))
    return fields.flatMap((field) => {
      const name = fieldName(field)
      if (!word.test(name) || counts.has(name) || !standsOnce(name, document.text)) return []
      const meant = shortened(name)
        .flatMap(usesOf)
        .find((it) => isMeant(it, name, names()))
      return meant ? slip(field, meant, document.path) : []
    })
  })
}

function isMeant({ member: { key }, beside }: Use, name: string, names: ReadonlySet<string>): boolean {
  if (names.has(key) || !isMistyped(name, key, false) || foldName(name) === foldName(key)) return false
  return beside.filter((it) => names.has(it.key)).length >= shared
}

function slip(field: Field, { sample, member: { key, keyRange } }: Use, page: string): Slip {
  const name = fieldName(field)
  const place = placeAt(page, keyRange)
  return { sample, kind: 'row', at: field.nameRange, name, says: key, shows: name, place }
}

/** Where samples use the keys that a lost letter makes a word of; of one that stands once, nobody knows that it is right. */
function usesByShortened(
  samples: readonly Sample[],
  counts: ReadonlyMap<string, number>,
  objects: Objects,
): (lost: string) => readonly Use[] {
  const uses = usesByKey(samples, objects, ({ key }) => counts.get(key) !== 1 && word.test(key))
  const shelf = new Map<string, Use[][]>()
  for (const [key, all] of uses) for (const it of shortened(key)) shelve(shelf, it, all)
  return (lost) => (shelf.get(lost) ?? []).flat()
}
