import { pointedKey } from '../parse/json.ts'
import { decodePercent } from '../text.ts'

/** An object of a schema as a validator takes it, which may be changed before it does. */
export type Mutable = { [key: string]: unknown }

/** What a pointer within a file leads to: own properties only. */
export function pointed(root: Mutable, ref: string): unknown {
  if (ref === '#' || ref === '') return root
  if (!ref.startsWith('#/')) return undefined
  let node: unknown = root
  for (const step of ref.slice(2).split('/')) {
    const key = pointedKey(decodePercent(step))
    if ((!isObject(node) && !Array.isArray(node)) || !Object.hasOwn(node, key)) return undefined
    node = (node as Mutable)[key]
  }
  return node
}

export function isObject(value: unknown): value is Mutable {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value and all that it holds. Without recursion: it may be of any depth. */
export function* valuesIn(root: unknown): Generator<unknown> {
  const queue = [root]
  for (const it of queue) {
    yield it
    if (typeof it === 'object' && it !== null) for (const inner of Object.values(it)) queue.push(inner)
  }
}
