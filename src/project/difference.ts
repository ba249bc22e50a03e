import { onlyOne } from '../grouped.ts'

/** The one word in which two names differ that have as many words. */
export function onlyDifference(
  words: readonly string[],
  others: readonly string[],
): readonly [word: string, other: string] | undefined {
  if (words.length !== others.length) return undefined
  return onlyOne(words.flatMap((word, at) => (word === others[at] ? [] : [[word, others[at] ?? ''] as const])))
}
