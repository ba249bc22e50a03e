import { shelve } from '../../grouped.ts'
import type { Document, Scope, Spot } from '../../types.ts'
import { onceEach } from '../once.ts'
import type { UnknownScope } from '../types/scopes.ts'
import { standsBeside } from './beside.ts'
import { defines } from './definitions.ts'
import { isSlip, likeliest, scopeNames, shapeOf, shapesOf } from './likeness.ts'
import { namedScopes, shownScopes } from './shown.ts'

/**
 * By path. Each misspelling is reported where it stands, a name that the catalogue simply lacks once for all. `documents` are
 * those that speak of scopes, `all` may show them in samples.
 */
export function unknownScopes(
  all: Iterable<Document>,
  documents: readonly Document[],
  catalogues: readonly string[],
  defined: ReadonlyMap<string, Spot>,
): Map<string, UnknownScope[]> {
  const byPath = new Map<string, UnknownScope[]>()
  const isKnown = knower(defined)
  const meaning = meaner(defined)
  const strangers = strangerList(documents, defined)
  for (const document of documents) {
    const { path, facts } = document
    const found = facts.scopes.flatMap((scope) => {
      if (isKnown(scope.name) || defines(document, scope.role, catalogues)) return []
      const meant = meaning(scope.name)
      if (!meant || standsBeside(scope, meant.name, document)) return strangers.add(path, scope)
      const counts = scope.role !== 'mention' || meant.likeness === 'misspelt'
      return counts ? [{ name: scope.name, at: scope.range, meant, others: [] }] : []
    })
    if (found.length > 0) byPath.set(path, found)
  }
  for (const document of all) {
    for (const it of misspeltInSamples(document, isKnown, meaning)) shelve(byPath, document.path, it)
  }
  return byPath
}

/** Near misses alone, and `similar` in place of `misspelt`: what a sample shows may be somebody else's scope. */
function misspeltInSamples(
  document: Document,
  isKnown: (name: string) => boolean,
  meaning: (name: string) => UnknownScope['meant'],
): UnknownScope[] {
  const judged = new Set(document.facts.scopes.map(({ range }) => range[0]))
  const shown = [...shownScopes(document), ...namedScopes(document)]
  return shown.flatMap(({ name, range, list }): UnknownScope[] => {
    if (judged.has(range[0])) return []
    judged.add(range[0])
    const meant = isKnown(name) ? undefined : meaning(name)
    // A server may answer in letters of its own, and what it answers beside the other name is another scope.
    if (meant?.likeness !== 'misspelt' || meant.name.toLowerCase() === name.toLowerCase()) return []
    const isExcused = shown.some((it) => it.name === meant.name && (it.list === list || !isSlip(name, meant.name)))
    return isExcused ? [] : [{ name, at: range, meant: { ...meant, likeness: 'similar' }, others: [] }]
  })
}

/** Defined as such, or by a pattern: `orders:*` grants `orders:read`. */
function knower(defined: ReadonlyMap<string, Spot>): (name: string) => boolean {
  const patterns = [...defined.keys()]
    .filter((it) => it.includes('*'))
    .map((it) => it.split('*', 2) as [string, string])
  return (name) =>
    defined.has(name) ||
    patterns.some(([start, end]) => name.startsWith(start) && name.slice(start.length).endsWith(end))
}

function meaner(defined: ReadonlyMap<string, Spot>): (name: string) => UnknownScope['meant'] {
  const names = scopeNames(defined.keys())
  return onceEach((name) => {
    const near = likeliest(name, names)
    const place = near && defined.get(near.name)
    return place && { ...near, place }
  })
}

/** Collects names that look like this project's scopes and that no list explains, a lesser one than the catalogue included. */
function strangerList(documents: readonly Document[], defined: ReadonlyMap<string, Spot>) {
  const shapes = shapesOf(defined.keys())
  const explained = new Set(
    documents.flatMap(({ facts }) => facts.scopes.flatMap(({ name, role }) => (role === 'catalogue' ? name : []))),
  )
  const known = new Map<string, UnknownScope>()
  return {
    /** The finding, the first time that a name occurs. */
    add(path: string, { name, role, range }: Scope): UnknownScope[] {
      if (role === 'mention' || explained.has(name) || !shapes.has(shapeOf(name))) return []
      const first = known.get(name)
      first?.others.push({ path, at: range })
      if (first) return []
      const stranger = { name, at: range, others: [] }
      known.set(name, stranger)
      return [stranger]
    },
  }
}
