import type { Document, Field, Schema } from '../../../types.ts'
import { mayNest, nameOf, type Pair } from './pairs.ts'

/** Headings may well repeat a name, of another object: not where all that stands between the two are fields that hold none. */
export function inOneRow({ fields }: Schema, { facts: { sections } }: Document): Pair[] {
  const found: Pair[] = []
  const indexes = new Map(sections.map(({ heading }, at) => [heading[0], at]))
  let seen = new Map<string, Field>()
  let before = -1
  for (const field of fields) {
    const at = indexes.get(field.range[0]) ?? 0
    if (at !== before + 1) seen = new Map()
    before = at
    const first = seen.get(nameOf(field))
    if (first) found.push([first, field])
    if (mayNest(field)) seen = new Map()
    else seen.set(nameOf(field), first ?? field)
  }
  // A page with more of them has a heading for each case.
  return found.length > 1 ? [] : found
}
