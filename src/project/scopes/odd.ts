import { getOrAdd, shelve } from '../../grouped.ts'
import type { Document, Scope } from '../../types.ts'
import type { UnknownScope } from '../types/scopes.ts'
import { standsBeside } from './beside.ts'
import { isSlip } from './likeness.ts'

/** Fewer places are no habit. */
const often = 5

/**
 * Where nothing defines scopes, what many places ask for is one all the same, and what a single place asks for and is but one
 * letter off is none.
 */
export function oddScopes(documents: readonly Document[]): Map<string, UnknownScope[]> {
  const uses = usesOf(documents)
  const usual = [...uses].filter(([, { sections }]) => sections.size >= often).map(([name]) => name)
  const byPath = new Map<string, UnknownScope[]>()
  if (usual.length === 0) return byPath
  for (const [name, { sections, document, scope }] of uses) {
    const near = sections.size === 1 ? usual.find((it) => isSlip(name, it)) : undefined
    const model = near === undefined ? undefined : uses.get(near)
    if (near === undefined || !model || standsBeside(scope, near, document)) continue
    const { path } = document
    const place = { path: model.document.path, at: model.scope.range }
    const meant = { name: near, likeness: 'misspelt' as const, place }
    const odd = { name, at: scope.range, meant, places: model.sections.size, others: [] }
    shelve(byPath, path, odd)
  }
  return byPath
}

interface Use {
  /** Path and section of each place. */
  sections: Set<string>
  /** Where the name stands first. */
  document: Document
  scope: Scope
}

function usesOf(documents: readonly Document[]): Map<string, Use> {
  const uses = new Map<string, Use>()
  for (const document of documents) {
    for (const scope of document.facts.scopes) {
      if (scope.role !== 'required') continue
      const use = getOrAdd(uses, scope.name, () => ({ sections: new Set<string>(), document, scope }))
      use.sections.add(`${document.path}#${scope.section}`)
    }
  }
  return uses
}
