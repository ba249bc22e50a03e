import type { Contradiction } from '../../schema/contradiction.ts'
import { placeAt } from '../../schema/place.ts'
import type { Document, JsonMember, Sample } from '../../types.ts'
import { once } from '../once.ts'
import { fieldName, type Objects } from './names.ts'

/** So many names say that two objects are of one kind. */
const enough = 5

/**
 * `kiln_ids` with one value, in an object that has all other names of one with `kiln_id`, which a table of the page lists: that is one
 * name in two spellings.
 */
export function pluralKeys(document: Document, objects: Objects): (sample: Sample) => Contradiction[] {
  const { samples, schemas } = document.facts
  const listed = once(() => new Map(schemas.flatMap(({ fields }) => fields).map((it) => [fieldName(it), it.nameRange])))
  const shapes = once(() => new Set(samples.flatMap(objects).map((it) => shapeOf(it.map(({ key }) => key)))))
  const inObject = (beside: readonly JsonMember[]) =>
    beside.flatMap(({ key, keyRange: at, value }): Contradiction[] => {
      if (!key.endsWith('s') || (value.kind !== 'string' && value.kind !== 'number')) return []
      const near = key.slice(0, -1)
      const range = listed().has(key) ? undefined : listed().get(near)
      if (!range || !shapes().has(shapeOf(beside.map((it) => (it.key === key ? near : it.key))))) return []
      return [{ kind: 'near', at, name: key, says: near, shows: key, near, place: placeAt(document.path, range) }]
    })
  return (sample) =>
    schemas.length === 0 ? [] : objects(sample).flatMap((it) => (it.length < enough ? [] : inObject(it)))
}

function shapeOf(names: readonly string[]): string {
  return [...names].sort().join('\0')
}
