import { shelve } from '../../grouped.ts'
import { members, nodesIn } from '../../parse/json.ts'
import type { Document, Field, JsonNode } from '../../types.ts'
import { onceEach } from '../once.ts'
import { shownBy } from './context.ts'

/** Whether the samples of a page show a field, and never with a name below it. Whoever asks has met a name twice, which few pages have. */
export function indexPlainFields(): (document: Document, field: Field, name: string) => boolean {
  const shown = onceEach(valuesByKey)
  return (document, { path }, name) => {
    const own = path.findLast((it) => it !== '[]') ?? ''
    const values =
      shown(document)
        .get(own)
        ?.filter(({ kind }) => kind !== 'null') ?? []
    return values.length > 0 && values.every((it) => isScalar(it) || (own === name && isWithout(it, name)))
  }
}

function valuesByKey({ facts }: Document): ReadonlyMap<string, readonly JsonNode[]> {
  const found = new Map<string, JsonNode[]>()
  for (const sample of facts.samples) {
    const json = shownBy(sample)
    for (const node of json ? nodesIn(json) : []) for (const { key, value } of members(node)) shelve(found, key, value)
  }
  return found
}

function isScalar(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.length > 0 && node.items.every(isScalar)
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean'
}

function isWithout(node: JsonNode, name: string): boolean {
  const objects = nodesIn(node).filter((it) => members(it).length > 0)
  return objects.length > 0 && objects.every((it) => members(it).every(({ key }) => key !== name))
}
