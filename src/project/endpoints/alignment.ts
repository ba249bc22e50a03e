import { isConcreteValue } from '../../facts/endpoints/parameters.ts'
import { onlyOne } from '../../grouped.ts'
import { editsBetween } from '../../spelling.ts'
import type { Endpoint } from '../../types.ts'
import type { Difference, Segment } from '../types/groups.ts'
import { covers, isValueFor, sameSegment } from './covering.ts'
import { literals } from './paths.ts'

/** A documented path and a called one side by side. */
export interface Alignment {
  definition: Endpoint
  documented: readonly Segment[]
  called: readonly Segment[]
  /** Positions at which the two differ, where they are equally long. */
  differing: number[]
}

/** The one literal segment that differs. */
export function differentLiteral({ documented, called, differing }: Alignment): Difference | undefined {
  const position = onlyOne(differing)
  if (position === undefined) return undefined
  const mine = documented[position]
  const theirs = called[position]
  return mine?.kind === 'literal' && theirs?.kind === 'literal'
    ? { called: theirs.text, documented: mine.text }
    : undefined
}

/** Whether a call begins with all that is documented. */
function begins({ documented, called }: Alignment): boolean {
  return covers(documented, called.slice(0, documented.length))
}

/** A last parameter may stand for several segments: `/raw/:prefix` is called as `/raw/a/b`. */
export function goesOn(it: Alignment): boolean {
  const last = it.documented.at(-1)
  return last !== undefined && last.kind !== 'literal' && begins(it)
}

/** The words with which a call goes on behind all that is documented: `/refs/tags` behind `/refs`. */
export function wordsBehind(it: Alignment): string[] {
  const behind = it.called.slice(it.documented.length)
  const words = literals(behind).filter((text) => /^[a-z][a-z_-]*$/i.test(text))
  return words.length === behind.length && begins(it) ? words : []
}

/** The same, with a value or a parameter among them: `/company/{id}` behind `/employees`. */
export function wordsAmong({ documented, called }: Alignment): string[] {
  const isMore = called.length > documented.length && documented.at(-1)?.kind === 'literal'
  if (!isMore || !covers(documented, called.slice(0, documented.length))) return []
  const words = literals(called.slice(documented.length)).filter((it) => !isConcreteValue(it))
  return words.every((it) => /^[a-z][a-z_-]+$/i.test(it)) ? words : []
}

/** `/images/{name}/push` is called as `/images/registry.example:5000/app/push`: a name with a tag or a port may hold slashes. */
export function spreads({ documented, called }: Alignment): boolean {
  const more = called.length - documented.length
  return (
    more > 0 &&
    documented.some(
      (it, at) =>
        it.kind === 'parameter' &&
        covers(documented.slice(0, at), called.slice(0, at)) &&
        covers(documented.slice(at + 1), called.slice(at + more + 1)) &&
        literals(called.slice(at, at + more + 1)).some((text) => /\w:\w/.test(text)),
    )
  )
}

export function align(definition: Endpoint, documented: readonly Segment[], called: readonly Segment[]): Alignment {
  const differing =
    documented.length === called.length
      ? documented.flatMap((it, at) => (sameSegment(it, called[at] as Segment) ? [] : [at]))
      : []
  return { definition, documented, called, differing }
}

/** Of two that differ in as much, the one that is a slip away is nearer. */
export function cost(it: Alignment): number {
  const segment = differentLiteral(it)
  const slip = segment !== undefined && isNearMiss(segment) ? 0.5 : 0
  return it.differing.length + 3 * Math.abs(it.documented.length - it.called.length) - slip
}

/** `rotation` for `rotate`: one word in two forms. Two words are two endpoints. */
export function isVariant(segment: Difference): boolean {
  const { called, documented } = segment
  return isNearMiss(segment) || (called.length > 4 && called.slice(0, 5) === documented.slice(0, 5))
}

/** A segment misspelt, or one too many or too few. */
export function isSlip(it: Alignment): boolean {
  const segment = differentLiteral(it)
  return segment ? isNearMiss(segment) : lacksMiddle(it)
}

/** One segment in other letters, great for small. */
export function isRecased(it: Alignment): boolean {
  const segment = differentLiteral(it)
  return segment !== undefined && segment.called.toLowerCase() === segment.documented.toLowerCase()
}

function isNearMiss({ called, documented }: Difference): boolean {
  const [a, b] = [called.toLowerCase(), documented.toLowerCase()]
  return a.startsWith(b) || b.startsWith(a) || editsBetween(a, b) <= (Math.min(a.length, b.length) > 4 ? 2 : 1)
}

/** How many words are the same, where one differs. */
export function wordsBeside({ documented }: Alignment): number {
  return literals(documented).length - 1
}

/**
 * Equal but for one literal segment that only one of the two has, a version forgotten, say, or a pair that is documented: `/v1/kites`
 * for `/v1/users/{id}/kites`. `/items` lacks the end of `/items/{id}`, no middle.
 */
function lacksMiddle(it: Alignment): boolean {
  // Who forgets a word may write another one with a capital letter.
  const [documented, called] = [inSmallLetters(it.documented), inSmallLetters(it.called)]
  const [longer, shorter] = documented.length > called.length ? [documented, called] : [called, documented]
  const missing = longer.length - shorter.length
  if (missing < 1 || missing > (longer === documented ? 2 : 1) || literals(shorter).length < 2) return false
  return longer.some((it, at) => {
    const isMissing = it.kind === 'literal' && (missing === 1 || longer[at + 1]?.kind === 'parameter')
    if (at >= longer.length - missing || !isMissing || isText(shorter[at], it.text)) return false
    const rest = [...longer.slice(0, at), ...longer.slice(at + missing)]
    // `/drafts/{id}/seal` is no slip of `/seals/{id}`, though each parameter might be a word; a number cannot be one.
    const putsValue = rest.some((it, i) => isValueFor(it, shorter[i]) || isValueFor(shorter[i], it))
    return covers(rest, shorter) && countShared(rest, shorter) > 1 && !putsValue
  })
}

/** `/v1/kite/7` for `/v1/users/{id}/kites/{kiteId}`, `/kite` for `/kites/{id}`: a word in another form, and a parameter or what is documented with one forgotten. */
export function lacksBesideSlip({ definition, documented, called }: Alignment): boolean {
  const missing = documented.length - called.length
  if (missing !== 1 && missing !== 2) return false
  return documented.some((it, at) => {
    if (documented[at + missing - 1]?.kind !== 'parameter') return false
    if (missing === 2 ? it.kind !== 'literal' : at < documented.length - 1) return false
    const word = differentLiteral(align(definition, documented.toSpliced(at, missing), called))
    return word !== undefined && isNearMiss(word)
  })
}

/** `/kites/7/tails` for `/kites/by/air/{id}/tails`: behind the first, words are missing and nothing else, wherever they stood. */
export function lacksWords({ documented, called }: Alignment): boolean {
  const [first] = called
  if (first?.kind !== 'literal' || !isText(documented[0], first.text)) return false
  let at = 0
  let shared = 0
  for (const mine of documented) {
    const theirs = called[at]
    if (mine.kind === 'literal') {
      if (!isText(theirs, mine.text)) continue
      shared++
    } else if (mine.kind === 'rest' || theirs === undefined || isWordOf(documented, theirs)) return false
    at++
  }
  return at === called.length && shared > 1 && at < documented.length
}

function isWordOf(documented: readonly Segment[], segment: Segment): boolean {
  return segment.kind === 'literal' && documented.some((it) => isText(it, segment.text))
}

function inSmallLetters(segments: readonly Segment[]): Segment[] {
  return segments.map((it) => (it.kind === 'literal' ? { ...it, text: it.text.toLowerCase() } : it))
}

function countShared(a: readonly Segment[], b: readonly Segment[]): number {
  return a.filter((it, at) => it.kind === 'literal' && isText(b[at], it.text)).length
}

function isText(segment: Segment | undefined, text: string): boolean {
  return segment?.kind === 'literal' && segment.text === text
}

/** `/kites/7` for `/kites`, which names no kite. */
export function namesOne(it: Alignment): boolean {
  const [last, more] = it.called.slice(it.documented.length)
  if (!last || more || it.documented.at(-1)?.kind !== 'literal' || !begins(it)) return false
  return last.kind !== 'literal' || /^\d+$|^[\da-f]{8}-[\da-f-]{20,30}$/i.test(last.text)
}

/** The last word is missing, or the parameter without which nobody knows what to change: `PUT /kites` for `PUT /kites/{id}`, or what to read, where a title says that it is one. */
export function lacksLast({ definition, documented, called }: Alignment, { query }: Endpoint, isOne: boolean): boolean {
  const isChange = /^(?:PUT|PATCH|DELETE)$/.test(definition.method ?? '')
  const isNeeded =
    documented.at(-1)?.kind === 'literal'
      ? literals(called).length > 1
      : (isChange || (isOne && definition.method === 'GET')) && query === undefined
  return isNeeded && covers(documented.slice(0, -1), called)
}
