/** Remembers an answer. */
export function once<T>(answer: () => T): () => T {
  let known: { answer: T } | undefined
  return () => {
    known ??= { answer: answer() }
    return known.answer
  }
}

/** Remembers the answer about each thing that somebody asks about. */
export function onceEach<K, V>(answer: (about: K) => V): (about: K) => V {
  const known = new Map<K, V>()
  return (about) => {
    if (!known.has(about)) known.set(about, answer(about))
    return known.get(about) as V
  }
}
