import { shelve } from '../../grouped.ts'
import type { Document, Field, JsonNode } from '../../types.ts'
import { onceEach } from '../once.ts'
import { fieldName, keysIn, objectsOf } from './names.ts'

/** Whether the samples of a page show a field, and never with a name below it. Whoever asks has met a name twice, which few pages have. */
export function indexPlainFields(): (document: Document, field: Field, name: string) => boolean {
  const shown = onceEach(valuesByKey)
  return (document, field, name) => {
    const own = fieldName(field)
    const values =
      shown(document)
        .get(own)
        ?.filter(({ kind }) => kind !== 'null') ?? []
    return values.length > 0 && values.every((it) => isScalar(it) || (own === name && isWithout(it, name)))
  }
}

function valuesByKey({ facts }: Document): ReadonlyMap<string, readonly JsonNode[]> {
  const found = new Map<string, JsonNode[]>()
  for (const { key, value } of facts.samples.flatMap(objectsOf).flat()) shelve(found, key, value)
  return found
}

function isScalar(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.length > 0 && node.items.every(isScalar)
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean'
}

function isWithout(node: JsonNode, name: string): boolean {
  const keys = keysIn(node)
  return keys.length > 0 && !keys.includes(name)
}
