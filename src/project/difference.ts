/** The one word in which two names differ that have as many words. */
export function onlyDifference(
  words: readonly string[],
  others: readonly string[],
): readonly [word: string, other: string] | undefined {
  const [pair, more] = words.flatMap((word, at) => (word === others[at] ? [] : [[word, others[at] ?? ''] as const]))
  return more || words.length !== others.length ? undefined : pair
}
