import { splitPath } from '../../text.ts'
import type { Document, Range, Scope } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import type { EndpointGroup } from '../endpoints/index.ts'
import type { Project } from '../index.ts'
import { once } from '../once.ts'
import { findConflicts, type ScopeConflict } from './conflicts.ts'

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
  /** Where the siblings are. */
  around: 'folder' | 'page'
}

export interface EndpointScopeIndex {
  of(document: Document): readonly EndpointScopes[]
  /** `share` of the siblings in the same folder, or else of the others on the page, must state scopes, and there must be `minimum` siblings. */
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
      const own = all().get(document.path) ?? []
      if (siblings < minimum || stating < siblings * share) return silentOnPage(own, share, minimum)
      if (unit === 'page' && own.some(({ stated }) => stated)) return silentOnPage(own, share, minimum)
      const silent = own.filter(({ stated }) => !stated).slice(0, unit === 'page' ? 1 : undefined)
      return silent.map(({ group }) => ({
        group,
        at: besideStatement(group),
        stating,
        siblings,
        unit,
        around: 'folder',
      }))
    },
  }
}

/** A page that states scopes endpoint by endpoint, whatever its folder does. */
function silentOnPage(all: readonly EndpointScopes[], share: number, minimum: number): SilentEndpoint[] {
  // A URL that nobody says how to call may only be shown.
  const own = all.filter(({ stated, group }) => stated || group.method !== undefined)
  const silent = own.filter(({ stated }) => !stated)
  const stating = own.length - silent.length
  if (own.length < minimum || stating < (own.length - 1) * share) return []
  return silent.map(({ group }) => ({
    group,
    at: besideStatement(group),
    stating,
    siblings: own.length,
    unit: 'endpoint',
    around: 'page',
  }))
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
    stated: stated || pageStates || isSaid(group),
  }))
}

/** "The parameters are the same as [those of /x](…)": what is said there holds here. "This call does not require authentication": none. */
function isSaid({ document: { text, facts }, section }: EndpointGroup): boolean {
  const words = text.slice(...(facts.sections[section]?.range ?? [0, 0]))
  return sameAs.test(words) || needsNone.test(words) || isNotNeeded.test(words)
}

const sameAs = /\bsame as\s{1,3}(?:[\w']{1,12}\s{1,3}){0,3}\[/i
const needsNone =
  /\b(?:(?:does|do)(?: not|n't) (?:require|need)|(?:requires?|needs?|with) no|without)\s{1,3}(?:\w{1,12}\s{1,3}){0,2}(?:authenti\w{1,8}|authori[sz]ation|permissions?|scopes?)\b/i
const isNotNeeded =
  /\b(?:authentication|authori[sz]ation|permissions?|scopes?)\s{1,3}(?:is|are)\s{1,3}not\s{1,3}(?:required|needed|necessary)\b/i

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
