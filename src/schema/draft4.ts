import { isObject, type Mutable } from './data.ts'

/** Values, and no schemas. */
const values = /^(?:enum|const|default|examples?)$/

/**
 * Draft 4, as draft 7 says it: `id` has a dollar sign, and `"minimum": 0, "exclusiveMinimum": true` is one number. A name for a file, or
 * for a part of it, goes: files know each other by their path.
 */
export function fromDraft4(schema: Mutable): void {
  const queue: unknown[] = [schema]
  for (const it of queue) {
    if (isObject(it)) translate(it)
    if (typeof it !== 'object' || it === null) continue
    for (const [key, inner] of Object.entries(it)) if (!values.test(key)) queue.push(inner)
  }
}

function translate(it: Mutable): void {
  // That of a place in the file is what `#name` leads to.
  if (typeof it.id === 'string') {
    if (it.id.startsWith('#')) it.$id = it.id
    delete it.id
  }
  exclude(it, 'minimum', 'exclusiveMinimum')
  exclude(it, 'maximum', 'exclusiveMaximum')
}

function exclude(it: Mutable, limit: string, exclusive: string): void {
  if (typeof it[exclusive] !== 'boolean') return
  const isOutside = it[exclusive] && typeof it[limit] === 'number'
  if (isOutside) it[exclusive] = it[limit]
  else delete it[exclusive]
  if (isOutside) delete it[limit]
}
