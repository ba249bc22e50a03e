import { counted, shelve } from '../../grouped.ts'
import { members } from '../../parse/json.ts'
import type { Document, JsonMember, JsonNode } from '../../types.ts'
import type { Project } from '../types/project.ts'
import { shownBy } from './context.ts'

/** So many other objects show that a key is that of all of them. */
const often = 2

/** An object that some section shows, by the names of its members. */
interface Shown {
  section: number
  names: ReadonlySet<string>
}

/** Whether a page shows a key in other objects, too, than the one of which these are the documented members. */
export type CommonKeys = (key: string, known: readonly JsonMember[]) => boolean

/**
 * `command`, `_id`, `createdAt`: what samples of quite other objects have, too, is common to all objects of a page, and no table
 * says what each of them has besides. Other pages prove nothing: a name that was given up is left behind in many places.
 */
export function commonKeys({ facts }: Document): CommonKeys {
  const byKey = new Map<string, Shown[]>()
  for (const sample of facts.samples) {
    const json = shownBy(sample)
    for (const object of json ? outermost(json) : []) {
      const names = new Set(members(object).map(({ key }) => key))
      for (const name of names) shelve(byKey, name, { section: sample.section, names })
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

/** Fewer samples have no habit. */
const enough = 8

/** What half of a project's samples have at their top: it wraps all answers, and no list has to tell of it. */
export function wrappingKeys({ documents }: Project): ReadonlySet<string> {
  const shown = [...documents.values()].flatMap(({ facts }) => facts.samples.flatMap((it) => shownBy(it) ?? []))
  const objects = shown.filter(({ kind }) => kind === 'object')
  if (objects.length < enough) return new Set()
  const times = counted(objects.flatMap((it) => [...new Set(members(it).map(({ key }) => key))]))
  return new Set([...times].flatMap(([key, count]) => (count * 2 >= objects.length ? key : [])))
}
