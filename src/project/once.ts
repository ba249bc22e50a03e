/** Remembers an answer. */
export function once<T>(answer: () => T): () => T {
  let known: { answer: T } | undefined
  return () => {
    known ??= { answer: answer() }
    return known.answer
  }
}

/** A function that is made when it is first called. */
export function later<A extends unknown[], R>(make: () => (...about: A) => R): (...about: A) => R {
  const made = once(make)
  return (...about) => made()(...about)
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

/** An object, and with it parts that are made when they are first asked for. */
export function lazily<O extends object, P>(own: O, parts: { [K in keyof P]: () => P[K] }): O & P {
  const doors = Object.entries<() => unknown>(parts).map(([name, make]) => [name, { get: once(make) }])
  // The compiler cannot know what properties come from a table.
  return Object.defineProperties(own, Object.fromEntries(doors)) as O & P
}
