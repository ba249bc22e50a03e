import { increment } from '../../grouped.ts'
import { editsBetween, isSwapped, nearest } from '../../spelling.ts'
import { onlyDifference } from '../difference.ts'
import type { Likeness } from '../types/scopes.ts'

/** The catalogued name that a name was probably meant to be. */
export function likeliest(name: string, known: ScopeNames): { name: string; likeness: Likeness } | undefined {
  const folded = known.byFold.get(fold(name))
  if (folded !== undefined) return { name: folded, likeness: 'misspelt' }
  // Short codes (`EXPRPT`, `EXTRCT`) lie close together by nature.
  const near = nearest(name, known.all, name.length < 5 ? 0 : name.length < 10 ? 1 : 2)
  if (near !== undefined && !otherNumber(name, near) && !otherAction(name, near)) {
    return { name: near, likeness: 'misspelt' }
  }
  const similar = known.all.find((it) => isSimilar(name, it))
  return similar === undefined ? undefined : { name: similar, likeness: 'similar' }
}

/** One letter in one long word: `event` and `agent` are two things, `MyFiles` and `Files` too, and so may be one thing and several. */
export function isSlip(name: string, usual: string): boolean {
  if (Math.abs(name.length - usual.length) > 1) return false
  const own = partsOf(name)
  const [part, other] = onlyDifference(own, partsOf(usual)) ?? ['', '']
  if (part[0] !== other[0] || editsBetween(part, other) !== 1) return false
  // Short as they are, verbs are known: nobody means `red:boats`; `boats.updated` is something that happens.
  if (verbs.test(other)) return own.length > 1 && !part.startsWith(other) && !actions.test(part)
  // `FFiles` begins as no word does.
  if (part === `${other[0]}${other}` && /^[A-Z][a-z]{2}/.test(other)) return true
  // Two short words that differ in a letter may both be meant; not those whose letters changed places.
  if (other.length > 4 && isSwapped(part, other)) return true
  return other.length > 6 && part !== `${other}s` && other !== `${part}s` && !/\d/.test(part + other)
}

/** `orders:read.all`: three parts. */
export function partsOf(name: string): string[] {
  return name.split(/[._:/-]/)
}

/** Names of scopes, ready for questions. Sorted, so that answers never depend on the order of files. */
export interface ScopeNames {
  all: readonly string[]
  byFold: ReadonlyMap<string, string>
}

export function scopeNames(names: Iterable<string>): ScopeNames {
  const all = [...names].sort()
  // The first of several counts, and `Map` keeps the last.
  return { all, byFold: new Map(all.toReversed().map((it) => [fold(it), it])) }
}

/** The same, or the one grants the other: `orders` and `orders:read`; with or without the URL in front. */
function overlaps(a: string, b: string): boolean {
  return (
    a === b ||
    [':', '.'].some((it) => a.startsWith(b + it) || b.startsWith(a + it)) ||
    a.endsWith(`/${b}`) ||
    b.endsWith(`/${a}`)
  )
}

/** Nothing in common, and nothing that the one grants to the other: a longer list of alternatives is no contradiction. */
export function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.every((name) => b.every((it) => !overlaps(name, it)))
}

/** What is left without case, separators and plural: what people get wrong when they write a name from memory. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .split(/[._:/[\]-]+/)
    .map((part) => (part.length > 3 ? part.replace(/s$/, '') : part))
    .join('')
}

/** `orders.v1.read` and `orders.v2.read` are two scopes. */
function otherNumber(a: string, b: string): boolean {
  return a !== b && a.replace(/\d+/g, '#') === b.replace(/\d+/g, '#')
}

const verbs = /^(?:read|write|delete|create|update|manage|all)$/i
const actions = /^(?:read|write|edit|delete|create|update|view|list|send|manage|admin|all|user|app)$/i

/** `orders.read` and `orders.edit` are two scopes, close as the words are. */
function otherAction(a: string, b: string): boolean {
  const [left, right] = [partsOf(a), partsOf(b)]
  return left.some((part, i) => part !== right[i] && actions.test(part) && actions.test(right[i] ?? ''))
}

/** `read:orders` for `orders:read`: the same words, in another order. */
function areSwapped(a: string[], b: string[]): boolean {
  return a.length === b.length && a.length > 1 && a.length < 5 && a.toSorted().join() === b.toSorted().join()
}

/** One part left out of the middle, or one part that begins alike: `fiscalyear.read`, `fiscalcalendar.read`. */
function isSimilar(a: string, b: string): boolean {
  if (a.length === b.length && areSwapped(partsOf(a), partsOf(b))) return true
  const [left, right] = [a.split(/[.:/]/), b.split(/[.:/]/)]
  if (left[0] === right[0] && Math.abs(left.length - right.length) === 1) return isOneLess(left, right)
  if (left.length < 2 || left.at(-1) !== right.at(-1)) return false
  const pair = onlyDifference(left, right)
  return pair !== undefined && beginAlike(...pair)
}

function isOneLess(left: string[], right: string[]): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  if (short.length < 3) return false
  let at = 0
  while (short[at] === long[at] && at < short.length) at++
  return at < short.length && short.slice(at).join('.') === long.slice(at + 1).join('.')
}

function beginAlike(a: string, b: string): boolean {
  let at = 0
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++
  return at >= 5 && at * 2 >= Math.min(a.length, b.length)
}

/** The shapes that names of a project have: a word of another shape is probably no scope at all. */
export function shapesOf(names: Iterable<string>): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let total = 0
  for (const name of names) {
    increment(counts, shapeOf(name))
    total++
  }
  return new Set([...counts].flatMap(([shape, count]) => (count >= 3 && count * 10 >= total ? shape : [])))
}

export function shapeOf(name: string): string {
  const separator = /[.:/_[-]/.exec(name)?.[0]
  if (separator) return separator
  return name === name.toUpperCase() ? 'CODE' : name === name.toLowerCase() ? 'word' : 'Word'
}
