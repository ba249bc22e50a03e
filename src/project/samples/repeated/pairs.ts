import { mayHoldFields } from '../../../facts/schemas/types.ts'
import type { Field } from '../../../types.ts'

/** Two fields of one name. */
export type Pair = [first: Field, again: Field]

export function nameOf({ path }: Field): string {
  return path.join('.')
}

/** Whether a field may have others below it, which no other place describes. */
export function mayNest({ links, type: { kinds, items } }: Field): boolean {
  return links.length === 0 && mayHoldFields({ kinds: kinds?.flatMap((it) => (it === 'array' && items) || it) })
}

/** Fewer words may be said of two things: a name, a mark, a type and a word or two. */
export const leastWords = 5
