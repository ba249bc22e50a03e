import { shelveOnce } from '../../grouped.ts'
import type { Documented, Operation } from '../types/contracts.ts'
import type { Comparison } from '../types/spec.ts'

/** A section that documents an operation. */
export interface DescribedSection {
  it: Documented
  operations: readonly Operation[]
  /** Whether no other section of the page describes another way of calling the same operation. */
  isOnly: boolean
}

/** Sections that document an operation, each once, by its first endpoint. */
export function describedSections({ endpoints, matches }: Comparison): DescribedSection[] {
  const described = new Map<Documented['group'], Omit<DescribedSection, 'isOnly'>>()
  const groups = new Map<string, Set<Documented['group']>>()
  const keyOf = ({ document }: Documented, { method, template }: Operation) => `${method} ${template} ${document.path}`
  for (const it of endpoints) {
    const exact = matches(it.endpoint).map(({ operation }) => operation)
    for (const operation of exact) {
      const key = keyOf(it, operation)
      shelveOnce(groups, key, it.group)
    }
    const isFirst = !described.has(it.group) && exact.length > 0 && it.method !== undefined
    if (isFirst) described.set(it.group, { it, operations: [...new Set(exact)] })
  }
  return [...described.values()].map(({ it, operations }) => ({
    it,
    operations,
    isOnly: operations.every((operation) => groups.get(keyOf(it, operation))?.size === 1),
  }))
}
