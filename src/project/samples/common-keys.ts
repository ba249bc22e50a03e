import { members } from '../../parse/json.ts'
import type { JsonMember, JsonNode } from '../../types.ts'
import type { Project } from '../index.ts'
import { shownBy } from './context.ts'

/** So many other objects show that a key is that of all of them. */
const often = 2

/** An object that some section shows, by the names of its members. */
interface Shown {
  section: string
  names: ReadonlySet<string>
}

/**
 * `command`, `_id`, `createdAt`: what samples of quite other objects have, too, is common to all objects of the API, and no
 * table says what each of them has besides. Whoever asks has met a name that no list has, so that few projects are gone through.
 */
export function indexCommonKeys({ documents }: Project): (key: string, known: readonly JsonMember[]) => boolean {
  const byKey = new Map<string, Shown[]>()
  for (const { path, facts } of documents.values())
    for (const sample of facts.samples) {
      const json = shownBy(sample)
      for (const object of json ? outermost(json) : []) {
        const names = new Set(members(object).map(({ key }) => key))
        const shown = { section: `${path}\0${sample.section}`, names }
        for (const name of names) {
          const all = byKey.get(name)
          if (all) all.push(shown)
          else byKey.set(name, [shown])
        }
      }
    }
  return (key, known) => {
    const others = byKey.get(key)?.filter(({ names }) => isAnother(names, known)) ?? []
    return new Set(others.map(({ section }) => section)).size >= often
  }
}

/** The object that a sample is, is a list of, or wraps. */
function outermost(json: JsonNode): JsonNode[] {
  const whole = json.kind === 'array' ? json.items.slice(0, 1) : [json]
  return whole.flatMap((it) => [it, ...members(it).map(({ value }) => value)]).filter(({ kind }) => kind === 'object')
}

/** Of what is documented of one object, another one has little. */
function isAnother(names: ReadonlySet<string>, known: readonly JsonMember[]): boolean {
  return known.filter(({ key }) => names.has(key)).length * 4 <= known.length
}
