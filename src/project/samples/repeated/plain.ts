import { keysIn } from '../../../parse/json.ts'
import type { Document, Field, JsonNode } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import { fieldName, membersIn, usesByKey } from '../names.ts'

/** Whether the samples of a page show a field, and never with a name below it. */
export type IsPlain = (document: Document, field: Field, name: string) => boolean

/** Whoever asks has met a name twice, which few pages have. */
export function indexPlainFields(): IsPlain {
  const shown = onceEach(({ facts }: Document) => usesByKey(facts.samples, membersIn, () => true))
  return (document, field, name) => {
    const own = fieldName(field)
    const uses = shown(document).get(own) ?? []
    const values = uses.flatMap(({ member: { value } }) => (value.kind === 'null' ? [] : value))
    return values.length > 0 && values.every((it) => isScalar(it) || (own === name && isWithout(it, name)))
  }
}

function isScalar(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.length > 0 && node.items.every(isScalar)
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean'
}

function isWithout(node: JsonNode, name: string): boolean {
  const keys = keysIn(node)
  return keys.length > 0 && !keys.includes(name)
}
