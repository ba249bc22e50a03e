import { getOrAdd, shelve } from '../../grouped.ts'
import { isOverview, splitPath } from '../../paths.ts'
import type { Document, Method, Scope, Spot } from '../../types.ts'
import { once } from '../once.ts'
import type { Project } from '../types/project.ts'
import type { ScopeTable, ScopeTables, UnlistedScope } from '../types/scopes.ts'

export function indexScopeTables(project: Project, documents: readonly Document[]): ScopeTables {
  const own = once(() => tablesByPath(documents))
  const ofFolder = once(() => tablesByFolder(own()))
  const around = (document: Document, scope: Scope) =>
    own().get(document.path) ??
    linked(project, document, scope, own()) ??
    ofFolder().get(splitPath(document.path).folder)
  const newcomers = once(() => missingInCatalogue(project, documents))
  return {
    around,
    unlisted: (document) => [...unusedByTable(project, document, around), ...(newcomers().get(document.path) ?? [])],
  }
}

/** A broader scope grants the narrower ones: `read` holds `read:lists`. */
export function grants(table: ScopeTable, name: string): boolean {
  if (table.rows.has(name)) return true
  for (let cut = name.lastIndexOf(':'); cut > 0; cut = name.lastIndexOf(':', cut - 1)) {
    if (table.rows.has(name.slice(0, cut))) return true
  }
  return false
}

function tablesByPath(documents: readonly Document[]): Map<string, ScopeTable> {
  const found = new Map<string, ScopeTable>()
  for (const { path, facts } of documents) {
    const usages = facts.scopes.filter(({ role }) => role === 'usage')
    if (usages.length > 0) found.set(path, { paths: [path], rows: rowsOf(path, usages) })
  }
  return found
}

function rowsOf(path: string, usages: readonly Scope[]): ScopeTable['rows'] {
  const rows = new Map<string, { place: Spot; methods: Set<Method> }>()
  for (const { name, range, methods } of usages) {
    const row = getOrAdd(rows, name, () => ({ place: { path, at: range }, methods: new Set<Method>() }))
    for (const it of methods) row.methods.add(it)
  }
  return rows
}

/** A folder holds a product; the table on its overview page is meant for all of its pages. */
function tablesByFolder(own: ReadonlyMap<string, ScopeTable>): Map<string, ScopeTable> {
  const found = new Map<string, ScopeTable>()
  for (const [path, table] of own) {
    if (!isOverview(path)) continue
    const { folder } = splitPath(path)
    const known = found.get(folder)
    const rows = known ? new Map([...table.rows, ...known.rows]) : table.rows
    found.set(folder, { paths: [...(known?.paths ?? []), path], rows })
  }
  return found
}

/** A blank line, or the next item of a list. */
const nextBlock = /\n[ \t]*(?:\r?\n|[*+-][ \t]|\d+[.)][ \t])/

/** By a link to the table of scopes in the same paragraph, item or row. */
function linked(
  project: Project,
  document: Document,
  scope: Scope,
  own: ReadonlyMap<string, ScopeTable>,
): ScopeTable | undefined {
  for (const link of document.facts.links) {
    if (link.section !== scope.section || link.range[0] < scope.range[1]) continue
    if (document.text.slice(scope.range[1], link.range[0]).search(nextBlock) >= 0) return undefined
    if (!/scope|permission/i.test(`${link.text} ${link.url.split('#')[1] ?? ''}`)) continue
    const target = project.resolve(document, link)
    const table = 'path' in target ? own.get(target.path) : undefined
    if (table) return table
  }
  return undefined
}

function unusedByTable(project: Project, document: Document, around: ScopeTables['around']): UnlistedScope[] {
  const found = new Map<string, UnlistedScope>()
  for (const scope of document.facts.scopes) {
    const { name, role, range } = scope
    // A name that nothing defines is unknown, and is reported as that.
    if (role !== 'required' || !project.scopes.defined.has(name)) continue
    const known = found.get(name)
    if (known) known.uses++
    else {
      const table = around(document, scope)
      const [first] = table?.rows.values() ?? []
      if (table && first && !grants(table, name)) found.set(name, { name, at: range, list: first.place, uses: 1 })
    }
  }
  return [...found.values()]
}

/** What products define and the catalogue lacks, each at its first place; only where the catalogue means to hold all. */
function missingInCatalogue(project: Project, documents: readonly Document[]): Map<string, UnlistedScope[]> {
  const catalogues = new Set(project.scopes.catalogues)
  const listed = new Map<string, Spot>()
  const firsts = new Map<string, { path: string; scope: Scope; uses: number }>()
  for (const { path, facts } of documents) {
    for (const scope of facts.scopes) {
      const known = firsts.get(scope.name)
      if (catalogues.has(path) && scope.role === 'catalogue') listed.set(scope.name, { path, at: scope.range })
      else if (scope.role === 'usage' && !known) firsts.set(scope.name, { path, scope, uses: 1 })
      else if (known) known.uses++
    }
  }
  const missing = [...firsts.values()].filter(({ scope }) => !listed.has(scope.name))
  const byPath = new Map<string, UnlistedScope[]>()
  const [list] = listed.values()
  if (!list || missing.length * 2 > firsts.size) return byPath
  for (const { path, scope, uses } of missing) {
    shelve(byPath, path, { name: scope.name, at: scope.range, list, uses })
  }
  return byPath
}
