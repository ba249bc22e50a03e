import type { Document } from '../../types.ts'
import type { MisspeltName } from '../types/pages.ts'
import { placesOf } from './slips.ts'

/** What stands more often than that in a row, or is an `x`, stands for something. */
const tripled = /([a-wyz])(?<!\1\1)\1\1(?!\1)/
const leastWord = 6

/** `acccountId`, however often it stands there, where the page has the word as it is meant: hardly any language has a letter three times in a row. */
export function tripledLetters({ text, facts: { names } }: Document): MisspeltName[] {
  return [...names.once, ...names.often].flatMap((name): MisspeltName[] => {
    const found = tripled.exec(name)
    if (!found) return []
    const letter = found[1] ?? ''
    const word = /[A-Za-z][a-z]*$/.exec(name.slice(0, found.index + 3))?.[0] ?? ''
    const whole = word + (/^[a-z]*/.exec(name.slice(found.index + 3))?.[0] ?? '')
    const meant = name.replace(tripled, letter + letter)
    const right = whole.replace(tripled, letter + letter)
    if (right.length < leastWord || !new RegExp(`(?<![a-z])${right}(?![a-z])`, 'i').test(text)) return []
    const [at, ...others] = placesOf(name, text)
    return at ? [{ name, at, usual: right, meant, others, tripled: letter }] : []
  })
}
