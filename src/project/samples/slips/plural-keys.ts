import { placeAt } from '../../../schema/place.ts'
import type { Document, JsonMember } from '../../../types.ts'
import { once } from '../../once.ts'
import { fieldName, type Objects, usesByKey } from '../names.ts'
import type { Slip } from './slip.ts'

/** So many names say that two objects are of one kind. */
const enough = 5

/**
 * `kiln_ids` with one value, in an object that has all other names of one with `kiln_id`, which a table of the page lists: that is one
 * name in two spellings.
 */
export function pluralKeys({ path, facts }: Document, objects: Objects): Slip[] {
  const { samples, schemas } = facts
  if (schemas.length === 0) return []
  const listed = once(() => new Map(schemas.flatMap(({ fields }) => fields).map((it) => [fieldName(it), it.nameRange])))
  const shapes = once(() => new Set(samples.flatMap(objects).map((it) => shapeOf(it.map(({ key }) => key)))))
  return [...usesByKey(samples, objects, isOfOne).values()].flat().flatMap(({ sample, member, beside }): Slip[] => {
    const { key, keyRange: at } = member
    const near = key.slice(0, -1)
    const range = beside.length < enough || listed().has(key) ? undefined : listed().get(near)
    if (!range || !shapes().has(shapeOf(beside.map((it) => (it.key === key ? near : it.key))))) return []
    return [{ sample, kind: 'near', at, name: key, says: near, shows: key, place: placeAt(path, range) }]
  })
}

/** A name in the plural for one value. */
function isOfOne({ key, value: { kind } }: JsonMember): boolean {
  return key.endsWith('s') && (kind === 'string' || kind === 'number')
}

function shapeOf(names: readonly string[]): string {
  return [...names].sort().join('\0')
}
