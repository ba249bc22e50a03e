import { shelveOnce } from '../../grouped.ts'
import type { Document, Spot } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { once } from '../once.ts'
import type { Project } from '../types/project.ts'
import type { ScopeIndex } from '../types/scopes.ts'
import { oddAnnotations } from './annotated.ts'
import { defines } from './definitions.ts'
import { indexEndpointScopes } from './endpoints.ts'
import { shapeOf, shapesOf } from './likeness.ts'
import { oddScopes } from './odd.ts'
import { indexScopeTables } from './tables.ts'
import { unknownScopes } from './unknown.ts'
import { verbMismatches } from './verbs.ts'
import { listsAll } from './whole.ts'

export function indexScopes(project: Project): ScopeIndex {
  const documents = sortedDocuments(project).filter(({ facts }) => facts.scopes.length > 0)
  const catalogues = once(() => cataloguePages(project, documents))
  const defined = once(() => definitions(documents, catalogues()))
  const unknown = once(() =>
    defined().size > 0
      ? unknownScopes(project.documents.values(), documents, catalogues(), defined())
      : oddScopes(documents),
  )
  const annotated = once(() => oddAnnotations(sortedDocuments(project)))
  return {
    get catalogues() {
      return catalogues()
    },
    get defined() {
      return defined()
    },
    unknown: ({ path }) => [...(unknown().get(path) ?? []), ...(annotated().get(path) ?? [])],
    tables: indexScopeTables(project, documents),
    endpoints: indexEndpointScopes(project),
    verbMismatches: (document) => verbMismatches(project, document),
  }
}

/**
 * What the user names; else the page whose list holds most of the scopes that other pages use, and lists that hold at
 * least half as many: the sheer length of a list says nothing, codes of roles stand in long lists too.
 */
function cataloguePages(project: Project, documents: readonly Document[]): string[] {
  const configured = project.isScopeCatalogue
  if (configured) return documents.filter(({ path }) => configured(path)).map(({ path }) => path)
  const users = new Map<string, Set<string>>()
  for (const { path, facts } of documents) {
    for (const { name, role } of facts.scopes) {
      if (role !== 'mention') shelveOnce(users, name, path)
    }
  }
  const ranked = documents.map(({ path, facts }) => {
    const listed = new Set(facts.scopes.flatMap(({ name, role }) => (role === 'catalogue' ? name : [])))
    const used = [...listed].filter((it) => [...(users.get(it) ?? [])].some((user) => user !== path))
    return { path, listed: listed.size, used: used.length }
  })
  const most = Math.max(0, ...ranked.map(({ used }) => used))
  const found = ranked.filter(({ listed, used }) => used >= 2 && listed >= 3 && used * 2 >= most)
  if (found.length > 0) return found.map(({ path }) => path)
  // The only list there is, which says that it holds all: one of its names in use tells whose it is.
  const [only] = ranked.filter(({ listed, used }) => used > 0 && listed >= 3)
  return only && isOneWhole(documents) ? [only.path] : []
}

/** One page lists scopes, and says that it lists all. */
function isOneWhole(documents: readonly Document[]): boolean {
  const [only, another] = documents.filter(({ facts }) =>
    facts.scopes.some(({ role }) => role === 'catalogue' || role === 'usage'),
  )
  return only !== undefined && another === undefined && listsAll(only)
}

/**
 * Nothing counts as defined where the definitions leave out half of what is used: then they are no catalogue, unless the one list
 * there is says that it holds all, and is longer than what it leaves out.
 */
function definitions(documents: readonly Document[], catalogues: readonly string[]): Map<string, Spot> {
  const found = new Map<string, Spot>()
  const used = new Set<string>()
  for (const document of documents) {
    for (const { name, role, range } of document.facts.scopes) {
      if (defines(document, role, catalogues)) {
        if (!found.has(name)) found.set(name, { path: document.path, at: range })
      } else if (role !== 'mention') used.add(name)
    }
  }
  const shapes = shapesOf(found.keys())
  const judged = [...used].filter((it) => found.has(it) || shapes.has(shapeOf(it)))
  const known = judged.filter((it) => found.has(it)).length
  const isEnough =
    known * 2 >= judged.length || (known > 0 && judged.length - known < found.size && isOneWhole(documents))
  return found.size >= 3 && isEnough ? found : new Map()
}
