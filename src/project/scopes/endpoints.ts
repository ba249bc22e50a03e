import { shelve } from '../../grouped.ts'
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
  /** Whether that is said in their own sections. */
  itself: boolean
  /** Whether more than a sentence says so: only a label makes silence an omission. */
  labelled: boolean
  /** Whether they leave it to the page's table of its product's scopes. */
  listed: boolean
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
      const isHabit = siblings >= minimum && stating >= siblings * share && !(unit === 'page' && own.some(says))
      const silent = isHabit ? own.filter((it) => !says(it)).slice(0, unit === 'page' ? 1 : undefined) : []
      if (silent.length === 0) return silentOnPage(own, share)
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

/** A page that states scopes endpoint by endpoint, whatever its folder does: of four or more, one lacks them. */
function silentOnPage(all: readonly EndpointScopes[], share: number): SilentEndpoint[] {
  // A URL that nobody says how to call may only be shown.
  const own = all.filter(({ stated, group }) => stated || group.method !== undefined)
  // A use case shows calls, too, and stands in a chapter of its own.
  const chapters = new Set(own.flatMap((it) => (it.itself ? chapterOf(it.group) : [])))
  const silent = own.filter(({ stated, group }) => !stated && chapters.has(chapterOf(group)))
  const stating = own.filter((it) => it.labelled).length
  if (own.length < 4 || stating < (own.length - 1) * share) return []
  return silent.map(({ group }) => ({
    group,
    at: besideStatement(group),
    stating,
    siblings: own.length,
    unit: 'endpoint',
    around: 'page',
  }))
}

function chapterOf({ document: { facts }, section }: EndpointGroup): string {
  return `${facts.sections[section]?.parent} ${facts.sections[section]?.depth}`
}

function says({ stated, listed }: EndpointScopes): boolean {
  return stated || listed
}

function endpointScopes(project: Project, document: Document): EndpointScopes[] {
  const groups = project.endpoints.groups(document)
  const own = new Map(groups.map((group) => [group, { scopes: new Map<string, Scope>(), stated: false }]))
  // What stands outside of all endpoints holds for the whole page.
  let pageStates = false
  let pageLists = false
  const lists = new Set(document.facts.scopes.flatMap(({ role, section }) => (role === 'usage' ? section : [])))
  const labelled = new Set<EndpointGroup>()
  for (const { section, isSentence } of document.facts.scopeStatements) {
    const group = project.endpoints.of(document, section) as EndpointGroup
    const stating = own.get(group)
    if (stating && !isSentence) labelled.add(group)
    if (stating) stating.stated = true
    else if (lists.has(section)) pageLists = true
    else pageStates = true
  }
  for (const scope of document.facts.scopes) {
    if (scope.role === 'mention' || scope.role === 'usage') continue
    const asking = own.get(project.endpoints.of(document, scope.section) as EndpointGroup)
    if (asking && !asking.scopes.has(scope.name)) asking.scopes.set(scope.name, scope)
  }
  const stating = new Set([...own].flatMap(([group, { stated }]) => (stated ? group : [])))
  const calls = new Set(
    [...stating].flatMap(({ method, definitions }) => definitions.map(({ path }) => `${method} ${path}`)),
  )
  const isStated = (it: EndpointGroup) =>
    pageStates || stating.has(it) || isSaid(it) || isStatedAround(project, it, stating, calls)
  return [...own].map(([group, { scopes }]) => ({
    group,
    scopes: [...scopes.values()],
    stated: isStated(group),
    itself: stating.has(group),
    labelled: isStated(group) && (!stating.has(group) || labelled.has(group)),
    listed: pageLists,
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

/** A further call below an endpoint that states its scopes needs those, and so does the same endpoint in another section. */
function isStatedAround(
  project: Project,
  { document, section, method, definitions }: EndpointGroup,
  stating: ReadonlySet<EndpointGroup>,
  calls: ReadonlySet<string>,
): boolean {
  const { sections } = document.facts
  for (let at = sections[section]?.parent ?? 0; at > 0; at = sections[at]?.parent ?? 0) {
    const above = project.endpoints.of(document, at)
    if (above && stating.has(above)) return true
  }
  return definitions.some(({ path }) => calls.has(`${method} ${path}`))
}

type Counts = Pick<SilentEndpoint, 'stating' | 'siblings' | 'unit'>

function countByFolder(all: ReadonlyMap<string, readonly EndpointScopes[]>): Map<string, Counts> {
  const folders = new Map<string, { endpoints: number; stating: number }[]>()
  for (const [path, endpoints] of all) {
    if (endpoints.length === 0) continue
    const { folder } = splitPath(path)
    const page = { endpoints: endpoints.length, stating: endpoints.filter((it) => it.labelled || it.listed).length }
    shelve(folders, folder, page)
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
