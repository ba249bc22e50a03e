/** Items by key, in the order in which keys and items come: `Map.groupBy`, which Node 20 lacks. */
export function grouped<K, V>(items: Iterable<V>, keyOf: (item: V) => K): Map<K, V[]> {
  const shelves = new Map<K, V[]>()
  for (const it of items) shelve(shelves, keyOf(it), it)
  return shelves
}

/** Puts an item behind those of the same key. A copy of them for each further one would be quadratic. */
export function shelve<K, V>(shelves: Map<K, V[]>, key: K, item: V): void {
  const shelf = shelves.get(key)
  if (shelf) shelf.push(item)
  else shelves.set(key, [item])
}

/** The same, each item once. */
export function shelveOnce<K, V>(shelves: Map<K, Set<V>>, key: K, item: V): void {
  getOrAdd(shelves, key, () => new Set()).add(item)
}

/** A `Map` or a `WeakMap`. */
interface Kept<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** What a map has of a key, made and kept where it has nothing: `Map.getOrInsertComputed`, which no Node has yet. */
export function getOrAdd<K, V>(map: Kept<K, V>, key: K, make: () => NoInfer<V>): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Adds to the count of a key, which begins at 0. */
export function increment<K>(counts: Map<K, number>, key: K, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

/** The same among the counts of one place. */
export function incrementIn<P, K>(places: Map<P, Map<K, number>>, place: P, key: K, by = 1): void {
  increment(
    getOrAdd(places, place, () => new Map()),
    key,
    by,
  )
}

/** How often each value occurs, in the order in which they come. */
export function counted<K>(values: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>()
  for (const it of values) increment(counts, it)
  return counts
}

/** The word that occurs most often, of several the first. */
export function mostFrequent(words: readonly string[]): { word: string; count: number } | undefined {
  const [most] = [...counted(words)].sort((a, b) => b[1] - a[1])
  return most && { word: most[0], count: most[1] }
}

/** The one that there is: of several, nobody can tell which is meant. */
export function onlyOne<T extends NonNullable<unknown>>(all: Iterable<T>): T | undefined {
  const [one, another] = all
  return another === undefined ? one : undefined
}
