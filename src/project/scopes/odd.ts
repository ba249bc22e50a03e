import { editsBetween } from '../../text.ts'
import type { Document, Scope } from '../../types.ts'
import type { UnknownScope } from './unknown.ts'

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
  for (const [name, { sections, path, scope }] of uses) {
    const near = sections.size === 1 ? usual.find((it) => isSlip(name, it)) : undefined
    const model = near === undefined ? undefined : uses.get(near)
    if (near === undefined || !model || model.sections.has(placeOf(path, scope))) continue
    const meant = { name: near, likeness: 'misspelt' as const, place: { path: model.path, at: model.scope.range } }
    const odd = { name, at: scope.range, meant, places: model.sections.size, others: [] }
    byPath.set(path, [...(byPath.get(path) ?? []), odd])
  }
  return byPath
}

interface Use {
  /** Path and section of each place. */
  sections: Set<string>
  /** Where the name stands first. */
  path: string
  scope: Scope
}

function usesOf(documents: readonly Document[]): Map<string, Use> {
  const uses = new Map<string, Use>()
  for (const { path, facts } of documents) {
    for (const scope of facts.scopes) {
      if (scope.role !== 'required') continue
      const use = uses.get(scope.name) ?? { sections: new Set(), path, scope }
      uses.set(scope.name, use)
      use.sections.add(placeOf(path, scope))
    }
  }
  return uses
}

function placeOf(path: string, { section }: Scope): string {
  return `${path}#${section}`
}

/** One letter in one long word: `event` and `agent` are two things, `MyFiles` and `Files` too, and so may be one thing and several. */
function isSlip(name: string, usual: string): boolean {
  if (Math.abs(name.length - usual.length) > 1) return false
  const [own, others] = [name.split(/[._:/-]/), usual.split(/[._:/-]/)]
  const different = own.flatMap((part, at) => (part === others[at] ? [] : [[part, others[at] ?? ''] as const]))
  const [[part, other] = ['', ''], more] = different
  if (more || own.length !== others.length || other.length < 7 || part[0] !== other[0]) return false
  return editsBetween(part, other) === 1 && part !== `${other}s` && other !== `${part}s` && !/\d/.test(part + other)
}
