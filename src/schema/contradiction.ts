import type { JsonNode, Range, Spot } from '../types.ts'
import type { Place } from './place.ts'
import type { Shape } from './shape.ts'

/** Where a sample and its schema disagree beyond doubt. */
export interface Contradiction {
  /**
   * `schema`: what a validator says, as a sentence in `says`. `link`: the page names one schema, and links to another.
   * `envelope`: the sample wraps what the schema describes in one more object. `style`: all names of an object are
   * written otherwise, such as `camelCase` for `PascalCase`; the first of them stands for all. `moment`: no calendar has it. `order`: what ends
   * something is before what begins it. `url`: a URL with a blank. `own`: an object's link of its own names another id.
   * `address`: no email address, where one belongs. `cut`: an id that lacks its last digit, beside the same one with it. `uuid`: an id that
   * is nearly one. `literal`: a value that is none of its notation, or another one than the comment behind it says. `quoted-flag`: a truth in quotes, where another
   * place, which `says` names, has none. `default`: the comment behind it and its table have two.
   * `apart`: what a call takes and what is sent have no name in common. `quoted`: a number, shown as a string like all other numbers of its object. `odd`: a string, where the
   * page's other samples have something else. `mixed`: a number in quotes, and none in another item of its list, or the reverse. `spelt`: one of two values is the other, misspelt. `drift`: the sample is as
   * the page documents it, and the contract has another type. `lacks`: the one required name that a body has not.
   */
  kind:
    | 'type'
    | 'quoted'
    | 'list'
    | 'value'
    | 'format'
    | 'length'
    | 'limit'
    | 'moment'
    | 'order'
    | 'address'
    | 'url'
    | 'own'
    | 'cut'
    | 'uuid'
    | 'near'
    | 'style'
    | 'unknown'
    | 'missing'
    | 'lacks'
    | 'bare'
    | 'schema'
    | 'link'
    | 'envelope'
    | 'unrelated'
    | 'apart'
    | 'rare'
    | 'lone'
    | 'row'
    | 'odd'
    | 'mixed'
    | 'quoted-flag'
    | 'literal'
    | 'default'
    | 'spelt'
    | 'drift'
  /** In the sample. */
  at: Range
  /** The property, as a path for messages. */
  name: string
  /** What the schema says, and where. */
  says: string
  place: Place
  /** What the sample shows. */
  shows: string
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

export function join(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`
}
