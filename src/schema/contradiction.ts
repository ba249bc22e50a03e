import type { JsonNode, Range, Spot } from '../types.ts'
import type { Place } from './place.ts'
import type { Shape } from './shape.ts'

/** Where a sample and its schema disagree beyond doubt. */
export interface Contradiction {
  kind:
    | 'type'
    | 'quoted' // a number, shown as a string like all other numbers of its object
    | 'list'
    | 'value'
    | 'format'
    | 'length'
    | 'limit'
    | 'moment' // no calendar has it
    | 'order' // what ends something is before what begins it
    | 'address' // no email address, where one belongs
    | 'url' // a URL with a blank
    | 'own' // an object's link of its own names another id
    | 'cut' // an id that lacks its last digit, beside the same one with it
    | 'uuid' // an id that is nearly one
    | 'near'
    | 'style' // all names of an object are written otherwise, such as `camelCase` for `PascalCase`; the first of them stands for all
    | 'unknown'
    | 'missing'
    | 'lacks' // the one required name that a body has not
    | 'bare' // a call sends nothing, where something is required
    | 'schema' // what a validator says, as a sentence in `says`
    | 'link' // the page names one schema, and links to another
    | 'envelope' // the sample wraps what the schema describes in one more object
    | 'unrelated' // the section returns something else
    | 'apart' // what a call takes and what is sent have no name in common
    | 'answered' // the same of what it answers
    | 'rare' // a name of one sample, where others have another one beside the same names
    | 'lone' // a name that stands nowhere else, where the page has another one
    | 'row' // the same of a row
    | 'sole' // the list that is all of an object has another name in nearly all others
    | 'odd' // a string, where the page's other samples have something else
    | 'mixed' // a number in quotes, and none in another item of its list, or the reverse
    | 'listed' // one thing, shown as a list
    | 'quoted-flag' // a truth in quotes, where another place, which `says` names, has none
    | 'literal' // a value that is none of its notation, or another one than the comment behind it says
    | 'default' // the comment behind it and its table have two
    | 'spelt' // one of two values is the other, misspelt
    | 'drift' // the sample is as the page documents it, and the contract has another type
  /** In the sample. */
  at: Range
  /** The property, as a path for messages. */
  name: string
  /** What the schema says, and where. */
  says: string
  place: Place
  /** What the sample shows. */
  shows: string
  /** Of the values that there are, the one that may be meant. */
  near?: string
  /** The schema contradicts the name of its own field: the sample is right. */
  isMisdocumented?: boolean
  /** Where the sample shows it, if `at` is somewhere else. */
  shown?: Spot
  /** Where else the same sample does the same. */
  repeats?: readonly Range[]
}

/** A value of the sample, and what the schema says of it. */
export interface Visit {
  node: JsonNode
  shape: Shape
  /** Where the schema speaks of the value, before it refers to somewhere else. */
  row: Place
  name: string
  at: Range
}

/** Those that are found where nothing else is: what is wrong at one place is told once. */
export function atOtherPlaces<T extends Contradiction>(these: T[], told: readonly Contradiction[]): T[] {
  if (these.length === 0 || told.length === 0) return these
  const places = new Set(told.map(({ at }) => at[0]))
  return these.filter(({ at }) => !places.has(at[0]))
}

export function join(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`
}
