/** Remembers an answer. */
export function once<T>(answer: () => T): () => T {
  let known: { answer: T } | undefined
  return () => {
    known ??= { answer: answer() }
    return known.answer
  }
}
