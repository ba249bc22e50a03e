import { items, member, objectsIn, text } from '../../../parse/json.ts'
import { placeAt } from '../../../schema/place.ts'
import { editsBetween } from '../../../spelling.ts'
import type { Document } from '../../../types.ts'
import type { Slip } from './slip.ts'

/** Shorter names lie close together by nature. */
const least = 4

/** A schema that a page shows: `"required": ["size"]`, and among its `properties` "szie" alone. It may require what it does not describe, but not a letter off. */
export function requiredNames({ path, facts, text: page }: Document): Slip[] {
  // Few pages show a schema, and all samples of all others would be walked.
  if (!page.includes('"required"')) return []
  return facts.samples.flatMap((sample) =>
    (sample.json ? objectsIn(sample.json) : []).flatMap((schema): Slip[] => {
      const [properties, required] = [member(schema, 'properties'), member(schema, 'required')]
      if (properties?.kind !== 'object' || required?.kind !== 'array') return []
      const names = new Set(items(required).flatMap((it) => text(it) ?? []))
      const others = properties.members.filter(({ key }) => !names.has(key))
      return items(required).flatMap((it): Slip[] => {
        const name = text(it) ?? ''
        if (properties.members.some(({ key }) => key === name)) return []
        const near = others.find(({ key }) => isLetterOff(name, key))
        if (!near) return []
        const place = placeAt(path, near.keyRange)
        return [{ sample, kind: 'near', at: it.range, name, says: near.key, shows: name, place }]
      })
    }),
  )
}

function isLetterOff(name: string, other: string): boolean {
  if (name.length < least || other.length < least || `${name}s` === other || name === `${other}s`) return false
  return editsBetween(name, other) === 1 && !/\d/.test(name + other)
}
