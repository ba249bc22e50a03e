import { onlyOne } from '../grouped.ts'
import { text } from '../parse/json.ts'
import type { Contradiction, Visit } from './contradiction.ts'

const whole = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
/** `new-…` in front of one, or `…-17` behind it; a URN is another way to write it. */
const within = /^(?!urn:)(?:[a-z]\w{0,30}[-_:])?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?:[-_]\w{1,30})?$/i
const shape = /^\w{8}-(?:\w{4}-){3}\w{12}$/
const digits = /^[\da-f]{7,9}-[\da-f]{3,5}-[\da-f]{3,5}-[\da-f]{3,5}-[\da-f]{11,13}$/i
const lengths = [8, 4, 4, 4, 12]

/** All but a UUID: one with something around it, letters that are no digits, or a digit too many or too few. Anything else stands for one. */
export function checkUuid({ node, shape: { format }, row, name, at }: Visit, found: Contradiction[]): void {
  const value = format === 'uuid' ? text(node) : undefined
  if (value === undefined || whole.test(value) || !(within.test(value) || isSlip(value))) return
  found.push({ kind: 'format', at, name, says: 'UUID', shows: value, place: row })
}

function isSlip(value: string): boolean {
  if (farSlip(value) !== undefined) return true
  if (!shape.test(value)) return digits.test(value) && (Math.abs(value.length - 36) < 2 || !isMadeUp(value))
  return value.match(/[^\da-f-]/gi)?.length === 1 || !isMadeUp(value)
}

/** The one letter that was written over digits of a UUID, however often: what several ids share hides what they were. */
export function maskOf(value: string): string | undefined {
  return shape.test(value) ? onlyOne(new Set(value.toLowerCase().match(/[g-z]/g))) : undefined
}

/** What is wrong with an id that nobody calls a UUID, and that is one but for a letter, or for a digit in a group or two. */
export function uuidSlip(value: string): string | undefined {
  if (whole.test(value) || isMadeUp(value)) return undefined
  const [letter, another] = value.match(/[g-z]/gi) ?? []
  if (letter !== undefined) {
    return another === undefined && shape.test(value) ? `"${letter}" is no hexadecimal digit` : undefined
  }
  const wrong = value.split('-').flatMap((it, at) => (it.length === lengths[at] ? [] : [{ it, length: lengths[at] }]))
  const [first] = wrong
  if (!first || wrong.length > 2 || !digits.test(value)) return undefined
  return `"${first.it}" has ${first.it.length} digits, not ${first.length}`
}

/** The version and the variant of a UUID, where they belong: what stands around them was one, too. */
const core = /^(?:[\da-z]{4,12}-)?[\da-f]{4}-[1-7][\da-f]{3}-[89ab][\da-f]{3}-[\da-z]{6,14}$/i

/** What is wrong with an id that was a UUID, by its middle: its ends are cut, or have letters in them. Only who knows that a UUID belongs there may ask. */
export function farSlip(value: string): string | undefined {
  if (!core.test(value) || whole.test(value) || isMadeUp(value)) return undefined
  const letters = value.match(/[g-z]/gi) ?? []
  const groups = value.split('-')
  if (letters.length > 3) return undefined
  for (const [at, it] of groups.entries()) {
    const length = lengths[at + lengths.length - groups.length]
    if (it.length !== length) return `"${it}" has ${it.length} digits, not ${length}`
  }
  return letters[0] === undefined ? 'its first group is missing' : `"${letters[0]}" is no hexadecimal digit`
}

/** `x` for a digit, words, and what fingers find on their way along the keys: they stand for an id. */
function isMadeUp(value: string): boolean {
  if (/[x_]|(.)\1{3}|[g-z]{5}/i.test(value) || (value.match(/\d/g)?.length ?? 0) < 10) return true
  return keys.some((it) => hasRun(value.toLowerCase(), it))
}

const keys = ['0123456789', '9876543210', 'abcdefghijkl', 'fedcba']

function hasRun(value: string, row: string): boolean {
  for (let at = 0; at + 4 <= row.length; at++) if (value.includes(row.slice(at, at + 4))) return true
  return false
}
