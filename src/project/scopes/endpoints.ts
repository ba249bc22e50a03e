import { splitPath } from '../../text.ts'
import type { Document, Range, Scope } from '../../types.ts'
import type { EndpointGroup } from '../endpoints/index.ts'
import { sortedDocuments } from '../endpoints/index.ts'
import { once, type Project } from '../index.ts'
import type { ScopePlace } from './index.ts'

/** What an endpoint's own sections say of its scopes. */
export interface EndpointScopes {
  group: EndpointGroup
  /** Each name once, where it stands first. */
  scopes: readonly Scope[]
  /** Whether they say anything, "none" included. */
  stated: boolean
}

/** An endpoint that says nothing of scopes among siblings that do. */
export interface SilentEndpoint {
  group: EndpointGroup
  /** The heading that a statement would stand beside. */
  at: Range
  stating: number
  siblings: number
  /** What was counted: where pages state scopes once, for all of their endpoints, pages are the siblings. */
  unit: 'page' | 'endpoint'
}

/** Two sections that document one endpoint and ask for scopes that have nothing in common. */
export interface ScopeConflict {
  group: EndpointGroup
  at: Range
  names: readonly string[]
  other: { names: readonly string[]; place: ScopePlace }
}

export interface EndpointScopeIndex {
  of(document: Document): readonly EndpointScopes[]
  /** `share` of the siblings in the same folder must state scopes, and there must be `minimum` siblings. */
  silent(document: Document, share: number, minimum: number): SilentEndpoint[]
  conflicts(document: Document): readonly ScopeConflict[]
}

export function indexEndpointScopes(project: Project): EndpointScopeIndex {
  const all = once(() => new Map(sortedDocuments(project).map((it) => [it.path, endpointScopes(project, it)])))
  const folders = once(() => countByFolder(all()))
  const conflicts = once(() => findConflicts(project, [...all().values()].flat()))
  return {
    of: ({ path }) => all().get(path) ?? [],
    conflicts: ({ path }) => conflicts().get(path) ?? [],
    silent(document, share, minimum) {
      const { stating = 0, siblings = 0, unit = 'page' } = folders().get(splitPath(document.path).folder) ?? {}
      if (siblings < minimum || stating < siblings * share) return []
      const own = all().get(document.path) ?? []
      if (unit === 'page' && own.some(({ stated }) => stated)) return []
      const silent = own.filter(({ stated }) => !stated).slice(0, unit === 'page' ? 1 : undefined)
      return silent.map(({ group }) => ({ group, at: besideStatement(group), stating, siblings, unit }))
    },
  }
}

function endpointScopes(project: Project, document: Document): EndpointScopes[] {
  const groups = project.endpoints.groups(document)
  const own = new Map(groups.map((group) => [group, { scopes: new Map<string, Scope>(), stated: false }]))
  // What stands outside of all endpoints holds for the whole page.
  let pageStates = false
  for (const { section } of document.facts.scopeStatements) {
    const stating = own.get(project.endpoints.of(document, section) as EndpointGroup)
    if (stating) stating.stated = true
    else pageStates = true
  }
  for (const scope of document.facts.scopes) {
    if (scope.role === 'mention' || scope.role === 'usage') continue
    const asking = own.get(project.endpoints.of(document, scope.section) as EndpointGroup)
    if (asking && !asking.scopes.has(scope.name)) asking.scopes.set(scope.name, scope)
  }
  return [...own].map(([group, { scopes, stated }]) => ({
    group,
    scopes: [...scopes.values()],
    stated: stated || pageStates,
  }))
}

type Counts = Pick<SilentEndpoint, 'stating' | 'siblings' | 'unit'>

function countByFolder(all: ReadonlyMap<string, readonly EndpointScopes[]>): Map<string, Counts> {
  const folders = new Map<string, { endpoints: number; stating: number }[]>()
  for (const [path, endpoints] of all) {
    if (endpoints.length === 0) continue
    const { folder } = splitPath(path)
    const page = { endpoints: endpoints.length, stating: endpoints.filter(({ stated }) => stated).length }
    folders.set(folder, [...(folders.get(folder) ?? []), page])
  }
  return new Map([...folders].map(([folder, pages]) => [folder, count(pages)]))
}

function count(pages: readonly { endpoints: number; stating: number }[]): Counts {
  const speaking = pages.filter(({ stating }) => stating > 0)
  const once = speaking.filter(({ stating }) => stating === 1)
  if (once.length * 5 >= speaking.length * 4) return { unit: 'page', stating: speaking.length, siblings: pages.length }
  const sum = (of: 'endpoints' | 'stating') => pages.reduce((total, page) => total + page[of], 0)
  return { unit: 'endpoint', stating: sum('stating'), siblings: sum('endpoints') }
}

/** The part of the endpoint that holds its definition; the endpoint's own heading where there are no parts. */
function besideStatement({ document, section, definitions }: EndpointGroup): Range {
  const { sections } = document.facts
  const [first] = definitions
  let at = first?.section ?? section
  while (at !== section && sections[at] && sections[at]?.parent !== section) at = sections[at]?.parent ?? section
  const heading = sections[at]?.heading
  return heading && heading[1] > 0 ? heading : (first?.range ?? [0, 0])
}

function findConflicts(project: Project, all: readonly EndpointScopes[]): Map<string, ScopeConflict[]> {
  const firsts = new Map<string, EndpointScopes>()
  const found = new Map<string, ScopeConflict[]>()
  for (const endpoint of all) {
    const [scope] = endpoint.scopes
    if (!scope) continue
    for (const key of keysOf(project, endpoint.group)) {
      const first = firsts.get(key)
      if (!first) firsts.set(key, endpoint)
      else if (first.group !== endpoint.group && areApart(first, endpoint)) {
        const { path } = endpoint.group.document
        found.set(path, [...(found.get(path) ?? []), conflict(endpoint, scope, first)])
        break
      }
    }
  }
  return found
}

function conflict({ group, scopes }: EndpointScopes, { range }: Scope, first: EndpointScopes): ScopeConflict {
  const place = { path: first.group.document.path, at: first.scopes[0]?.range ?? ([0, 0] as const) }
  return { group, at: range, names: scopes.map(nameOf), other: { names: first.scopes.map(nameOf), place } }
}

/** Method and path with parameters unnamed: `GET /orders/{}`. */
function keysOf(project: Project, { definitions, method }: EndpointGroup): string[] {
  return definitions.flatMap((it) => {
    const verb = it.method ?? method
    const path = project.endpoints.path(it)
    if (!verb || path.opaque || path.variants.length !== 1) return []
    const parts = path.variants[0]?.map((segment) => (segment.kind === 'literal' ? segment.text : '{}')) ?? []
    return parts.length < 2 ? [] : `${verb} ${it.host ?? ''}/${parts.join('/')}${it.query ? '?' : ''}`
  })
}

/** Nothing in common, and nothing that the one grants to the other: a longer list of alternatives is no contradiction. */
function areApart(a: EndpointScopes, b: EndpointScopes): boolean {
  return a.scopes.every(({ name }) => b.scopes.every((it) => !overlaps(name, it.name)))
}

function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}:`) || b.startsWith(`${a}:`)
}

function nameOf({ name }: Scope): string {
  return name
}
