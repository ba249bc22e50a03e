import type { Document, Scope } from '../../types.ts'
import { areApart, likeliest, scopeNames, shapeOf } from '../scopes/likeness.ts'
import type { Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import type { Comparison, ScopeDrift } from '../types/spec.ts'

export function scopeDrift(project: Project, { matches }: Comparison, document: Document): ScopeDrift[] {
  return project.scopes.endpoints.of(document).flatMap(({ group, scopes }): ScopeDrift[] => {
    if (scopes.length === 0) return []
    const operations = group.definitions.flatMap((it) =>
      matches(it).flatMap(({ documented, operation }) => (documented.method === undefined ? [] : operation)),
    )
    // The page may follow any of the contracts that have the endpoint.
    const found = [...new Set(operations)].map((it) => compare(scopes, it))
    const [first] = found
    return first && found.every((it) => it !== undefined) ? [first] : []
  })
}

/** What both sides say of one endpoint. */
interface Sides {
  /** Scopes of the page that look like those of the contract. */
  own: readonly Scope[]
  names: readonly string[]
  all: readonly Scope[]
  operation: Operation
}

function compare(scopes: readonly Scope[], operation: Operation): ScopeDrift | undefined {
  const all = operation.security.alternatives.flat()
  const shapes = new Set(all.map(({ name }) => shapeOf(name)))
  // Roles and permissions of people are no scopes, whatever the heading calls them.
  const own = scopes.filter(({ name }) => shapes.has(shapeOf(name)))
  if (own.length === 0) return undefined
  const sides: Sides = { own, names: own.map(nameOf), all, operation }
  return misspelt(sides) ?? strange(sides) ?? fewer(sides)
}

function drift(kind: ScopeDrift['kind'], own: readonly Scope[], specified: readonly Scope[], operation: Operation) {
  const path = operation.security.isOwn ? operation.path : operation.spec
  return {
    kind,
    at: own[0]?.range ?? ([0, 0] as const),
    documented: own.map(nameOf),
    specified: [...new Set(specified.map(nameOf))],
    place: { path, at: specified[0]?.range ?? ([0, 0] as const) },
    spec: operation.specName,
  }
}

function misspelt({ own, names, all, operation }: Sides): ScopeDrift | undefined {
  const free = scopeNames(all.map(nameOf).filter((it) => !names.includes(it)))
  for (const scope of own) {
    if (!areApart([scope.name], all.map(nameOf))) continue
    const near = likeliest(scope.name, free)
    const meant = near?.likeness === 'misspelt' ? all.find((it) => it.name === near.name) : undefined
    if (meant) return drift('near', [scope], [meant], operation)
  }
  return undefined
}

/** Nothing in common. */
function strange({ own, names, all, operation }: Sides): ScopeDrift | undefined {
  return areApart(names, all.map(nameOf)) ? drift('other', own, all, operation) : undefined
}

/** All scopes of the only alternative are needed, and the page names some. A list for the whole contract is often all that there are. */
function fewer({ own, names, operation }: Sides): ScopeDrift | undefined {
  const { alternatives, isOwn } = operation.security
  const [only = []] = alternatives
  const lacking = only.filter(({ name }) => areApart(names, [name]))
  return isOwn && alternatives.length === 1 && lacking.length > 0 ? drift('fewer', own, lacking, operation) : undefined
}

function nameOf({ name }: Scope): string {
  return name
}
