import { shelve } from '../../grouped.ts'
import { splitPath } from '../../paths.ts'
import type { Range } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { once } from '../once.ts'
import type { EndpointGroup } from '../types/groups.ts'
import type { Project } from '../types/project.ts'
import type { EndpointScopeIndex, EndpointScopes, SilentEndpoint } from '../types/scopes.ts'
import { endpointScopes } from './asked.ts'
import { findConflicts } from './conflicts.ts'

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
      // Of few pages, a share leaves room for none that differs.
      const enough = unit === 'page' ? Math.min(siblings * share, siblings - 1) : siblings * share
      const isHabit = siblings >= minimum && stating >= enough && !(unit === 'page' && own.some(says))
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
