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
