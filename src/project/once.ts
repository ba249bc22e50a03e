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
    const before = known.get(about)
    if (before !== undefined || known.has(about)) return before as V
    const now = answer(about)
    known.set(about, now)
    return now
  }
}

/** The same of what stands in one document and no other. */
export function onceIn<D, K, V>(answer: (document: D, about: K) => V): (document: D, about: K) => V {
  const known = new Map<K, V>()
  return (document, about) => {
    const before = known.get(about)
    if (before !== undefined || known.has(about)) return before as V
    const now = answer(document, about)
    known.set(about, now)
    return now
  }
}
