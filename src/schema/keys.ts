import { getOrAdd } from '../grouped.ts'
import { member, members, text } from '../parse/json.ts'
import { isMistyped, nearest, slipsIn } from '../spelling.ts'
import { wordsOf } from '../text.ts'
import type { JsonMember } from '../types.ts'
import { type Contradiction, join, type Visit } from './contradiction.ts'
import type { Place } from './place.ts'

/** `@type`, `$id` and `owner@link` speak of the data and are no part of it; a URI as a key is an extension that documents itself elsewhere. */
const foreign = /^(?:[@$]|\w+@\w|urn:|https?:)/

/** What HAL adds to any object; a schema with `links` may well mean its `_links`. */
export const hal = /^_(?:links|embedded)$/

/** `links: [{ rel, href }]`: where to go on from an object is said of all objects at once, or in a table of its own. */
function isHypermedia({ key, value }: JsonMember): boolean {
  if (key !== 'links' || value.kind !== 'array') return hal.test(key)
  return value.items.length > 0 && value.items.every((it) => member(it, 'rel') && member(it, 'href'))
}

/** Some tables go on with what stands in a list, and leave out what the list is called. Names that the object shows itself are its own. */
function wraps({ value }: JsonMember, known: ReadonlyMap<string, unknown>, around: readonly JsonMember[]): boolean {
  const [first] = value.kind === 'array' ? value.items : []
  const both = members(first).filter(({ key }) => known.has(key))
  return both.length > 1 && both.some((it) => !around.some(({ key }) => key === it.key))
}

/** Of an object that shares less than half of its keys with the schema, it is not sure that the schema is its own. */
export function unknownKeys(
  { node, shape, name }: Visit,
  known: ReadonlyMap<string, Place>,
  found: Contradiction[],
): void {
  if (node.kind !== 'object' || node.members.every(({ key }) => known.has(key))) return
  const own = node.members.filter(({ key }) => known.has(key) || !foreign.test(key))
  // Who writes `name?` may mean that it is optional: of the name itself that mark is no part that anybody could compare.
  const unknown = own.filter(({ key }) => !known.has(key) && !(key.endsWith('?') && known.has(key.slice(0, -1))))
  const candidates = [...known.keys()].filter((it) => !node.members.some(({ key }) => key === it))
  const near = new Map(
    unknown.map((it) => [it.key, nearKey(it.key, candidates) ?? lastLeft(it, candidates, own.length, known.size)]),
  )
  const strangers = unknown.filter((it) => !near.get(it.key) && !isHypermedia(it)).length
  if ((own.length - strangers) * 2 < own.length) return
  if (unknown.length === own.length && unknown.length > 1) {
    found.push(...otherStyle(unknown, near, known, name))
    return
  }
  const restyled = otherwise(own, near, known)
  found.push(...otherStyle(restyled, near, known, name))
  for (const member of unknown) {
    const { key, keyRange } = member
    const close = near.get(key)
    if (restyled.some((it) => it.key === key) || (!close && (isHypermedia(member) || wraps(member, known, own))))
      continue
    const place = (close === undefined ? undefined : known.get(close)) ?? shape.place
    found.push({
      kind: close ? 'near' : 'unknown',
      at: keyRange,
      name: join(name, key),
      says: close ?? '',
      shows: key,
      place,
    })
  }
}

/**
 * A table in which no name is written as the sample writes it has titles, not names: `Start date`, `Status`. Where they can
 * only be names, the two disagree in their style, which is one contradiction.
 */
function otherStyle(
  shown: readonly JsonMember[],
  near: ReadonlyMap<string, string | undefined>,
  known: ReadonlyMap<string, Place>,
  name: string,
): Contradiction[] {
  const pairs = shown.map(({ key, keyRange }) => ({ key, keyRange, says: near.get(key) ?? '' }))
  const [first] = pairs
  const place = known.get(first?.says ?? '')
  if (!first || !place || pairs.some(({ key, says }) => foldName(key) !== foldName(says))) return []
  // The names of a contract are never titles.
  if (!isContract.test(place.path) && !pairs.some(({ says }) => /^[a-z]|[a-z][A-Z]|_/.test(says))) return []
  const { key, keyRange, says } = first
  return [{ kind: 'style', at: keyRange, name: join(name, key), says, shows: key, place }]
}

const isContract = /\.(?:json|ya?ml)$/i

/** All names of more than one word, where two or more are all written in another style: those of one word have none. */
function otherwise(
  own: readonly JsonMember[],
  near: ReadonlyMap<string, string | undefined>,
  known: ReadonlyMap<string, Place>,
): JsonMember[] {
  if (own.some(({ key }) => known.has(key) && /.[A-Z_-]/.test(key))) return []
  const found = own.filter(({ key }) => {
    const words = wordsOf(key)
    return words.length > 1 && wordsOf(near.get(key) ?? '').join(' ') === words.join(' ')
  })
  return found.length > 1 ? found : []
}

/** The documented name that differs by case or separators only; none where the object shows that one, too. */
export function sameName(
  key: string,
  shown: readonly JsonMember[],
  known: ReadonlyMap<string, unknown>,
): string | undefined {
  if (hal.test(key)) return undefined
  const names = getOrAdd(folded, known, () => new Map([...known.keys()].map((it) => [foldName(it), it])))
  const name = names.get(foldName(key))
  return name !== undefined && !shown.some((it) => it.key === name) ? name : undefined
}

/** Lists show many objects of one schema. */
const folded = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, string>>()

/** Names that differ by case or separators only are one name, and so is one whose colon slipped between the quotes. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[-_.]|:$/g, '')
}

/** A documented name that differs by case, by separators, by at most two letters in a long word, by a word among many, or by their order. */
function nearKey(key: string, candidates: string[]): string | undefined {
  const folded = foldName(key)
  const same = candidates.find((it) => foldName(it) === folded)
  // `line2` is no slip of the pen for `line1`.
  const others = candidates.filter((it) => !/\d/.test(it) || it.replace(/\d+/g, '') !== key.replace(/\d+/g, ''))
  const near = same ?? nearest(key, others, slipsIn(key))
  if (near !== undefined) return near
  const words = wordsOf(key)
  const similar = candidates.filter((it) => isReordered(words, wordsOf(it)) || differsWithin(words, wordsOf(it)))
  return similar.length === 1 ? similar[0] : undefined
}

/** Two names that agree, and the one that does not. */
const leastAgreeing = 3

/** The one name that the object does not show, where it shows all others, or where there is no other: `name` for `nae`, however short. */
function lastLeft(it: JsonMember, candidates: string[], shown: number, known: number): string | undefined {
  const [only = '', more] = candidates
  const isOnly = shown === 1 && known === 1
  if (more !== undefined || (!isOnly && (shown < leastAgreeing || shown !== known))) return undefined
  return isMistyped(it.key, only, false) ? only : isOnly ? partOf(it, candidates) : undefined
}

/** An object of one value and a table of one name, `customer_phone` and `phone`: they speak of the same. */
function partOf({ key, value }: JsonMember, [only = '']: string[]): string | undefined {
  const [short = '', long = ''] = key.length < only.length ? [key, only] : [only, key]
  const isPart =
    short.length > 2 &&
    wordsOf(long)
      .join(' ')
      .endsWith(` ${wordsOf(short).join(' ')}`)
  return isPart && (value.kind === 'string' || value.kind === 'number') ? only : undefined
}

/** `new_confirmation_key` and `new_key_confirmation`. */
function isReordered(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 1 && one.length === other.length && one.toSorted().join() === other.toSorted().join()
}

/** `rate_limit_in_bytes_per_second` and `rate_limit_per_second`: the same, but for words in the middle. */
function differsWithin(one: string[], other: string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < 4 || long.length - short.length > 2 || short.at(-1) !== long.at(-1)) return false
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length && short[0] === long[0]
}

export function missingKeys({ node, shape, name, at }: Visit, found: Contradiction[]): void {
  const { required, place } = shape
  if (node.kind !== 'object' || required.length === 0 || node.elided || node.members.length < 3) return
  const keys = new Set(node.members.map(({ key }) => key))
  for (const it of required) {
    const key = text(it)
    if (key === undefined || keys.has(key)) continue
    found.push({
      kind: 'missing',
      at: [at[0], at[0] + 1],
      name: join(name, key),
      says: key,
      shows: '',
      place: { path: place.path, node: it },
    })
  }
}
