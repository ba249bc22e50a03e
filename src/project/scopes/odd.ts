import { getOrAdd, grouped, shelve } from '../../grouped.ts'
import type { Document, Scope } from '../../types.ts'
import type { UnknownScope } from '../types/scopes.ts'
import { standsBeside } from './beside.ts'
import { isSlip } from './likeness.ts'

/** Fewer places are no habit; how the parts of a name are joined is one of all names together. */
const [often, habit] = [5, 3]

/**
 * Where nothing defines scopes, what many places ask for is one all the same, and what a single place speaks of and is but one
 * letter off is none; nor is the one name that joins the words of another in a way of its own.
 */
export function oddScopes(documents: readonly Document[]): Map<string, UnknownScope[]> {
  const uses = usesOf(documents, true)
  const all = usesOf(documents, false)
  const usual = [...uses].filter(([, { sections }]) => sections.size >= often).map(([name]) => name)
  const joinedAsOthers = joiner(uses)
  const byPath = new Map<string, UnknownScope[]>()
  for (const [name, { sections, document, scope }] of all) {
    const isAsked = uses.has(name)
    const near =
      sections.size === 1
        ? (usual.find((it) => isSlip(name, it)) ?? (isAsked ? joinedAsOthers(name) : undefined))
        : undefined
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

/** `pots.write` for `pots:write`, which no other scope of the project is written like. */
function joiner(uses: ReadonlyMap<string, Use>): (name: string) => string | undefined {
  const joints = (name: string) => name.replace(/[^._:]/g, '')
  const words = (name: string) => name.replace(/[._:]/g, ' ')
  const byWords = grouped(uses.keys(), words)
  const byJoints = grouped(uses.keys(), joints)
  const isHabit = (names: readonly string[] = []) =>
    names.reduce((sum, it) => sum + (uses.get(it)?.sections.size ?? 0), 0) >= habit
  return (name) =>
    byJoints.get(joints(name))?.length === 1
      ? byWords.get(words(name))?.find((it) => it !== name && isHabit(byJoints.get(joints(it))))
      : undefined
}

interface Use {
  /** Path and section of each place. */
  sections: Set<string>
  /** Where the name stands first. */
  document: Document
  scope: Scope
}

function usesOf(documents: readonly Document[], isAsked: boolean): Map<string, Use> {
  const uses = new Map<string, Use>()
  for (const document of documents) {
    for (const scope of document.facts.scopes) {
      if (isAsked && scope.role !== 'required') continue
      const use = getOrAdd(uses, scope.name, () => ({ sections: new Set<string>(), document, scope }))
      use.sections.add(`${document.path}#${scope.section}`)
    }
  }
  return uses
}
