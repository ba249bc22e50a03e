import { shelve } from '../../../grouped.ts'
import { type Slugger, sluggerOf, sluggers, slugsOf, titled } from '../../../site/slugs.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../index.ts'
import { once } from '../../once.ts'
import { type Addition, belowParents, listItems } from './additions.ts'
import { type DuplicateAnchor, duplicateAnchors } from './duplicates.ts'
import {
  hasRoutes,
  inLowerCase,
  isNoAnchor,
  isShownElsewhere,
  mayBecome,
  mayBeRoute,
  some,
  spellings,
  squash,
  type TemplatedName,
  templatedName,
  unprefixed,
} from './fragment.ts'
import { indexLabels } from './labels.ts'
import { type Evidence, weigh } from './slug-evidence.ts'
import { isWrittenByProgram, ownIds, titlesOf } from './titles.ts'

/** The anchors of pages, as their site makes them. */
export interface AnchorIndex {
  /** Whether a fragment leads somewhere on a page: `undefined` where that cannot be told. */
  has(path: string, fragment: string): boolean | undefined
  /** All anchors of a page: those that somebody wrote, and the ids of its headings. */
  of(path: string): ReadonlySet<string>
  /** Anchors of a page that differ from a fragment by case, dashes and the like only. */
  alike(path: string, fragment: string): readonly string[]
  /** Anchors of a document that its page already has. */
  duplicates(document: Document): DuplicateAnchor[]
  /** Whether a page is read by MyST, which finds the place of that name wherever it is. */
  isLabel(path: string, name: string): boolean
}

/** What stands on a page (all of its parts together). */
export interface Anchors {
  written: ReadonlySet<string>
  /** Ids under the site's own algorithm. */
  own(): ReadonlySet<string>
  /** Ids under every algorithm. */
  agreed(): ReadonlySet<string>
  /** What somebody wrote, and the site's own. */
  all(): ReadonlySet<string>
  /** All of them by what `squash` leaves. */
  squashed(): ReadonlyMap<string, readonly string[]>
  /** By what `squash` leaves of a title: the id that stands behind it, in its place. */
  renamed(): ReadonlyMap<string, readonly string[]>
  under(slugger: Slugger): ReadonlySet<string>
  added(what: Addition): ReadonlySet<string>
  /** Whether a part of the page could not be read. */
  incomplete: boolean
  /** Whether blocks that templates keep under names are shown on it. */
  takesBlocks: boolean
  /** Names of which a template makes a part: what an include is given, the number of a step. */
  templated: readonly TemplatedName[]
  /** Whether it is shown by an application whose pages it leads to. */
  hasRoutes(): boolean
}

export function indexAnchors(project: Project): AnchorIndex {
  const pages = new Map<string, Anchors>()
  const anchors = (path: string): Anchors => {
    let known = pages.get(path)
    if (!known) {
      const around = pageAround(project, path)
      known = around === undefined ? collect(project, path) : anchors(around)
      pages.set(path, known)
    }
    return known
  }
  const evidence = once(() => weigh(project, anchors))
  const labels = indexLabels(project)
  const kept = once(() => idsInBlocks(project))
  return {
    of: (path) => anchors(path).all(),
    alike: (path, fragment) =>
      anchors(path).squashed().get(squash(fragment)) ?? anchors(path).renamed().get(squash(fragment)) ?? [],
    duplicates: (document) => duplicateAnchors(project, document),
    isLabel: (path, name) => labels.areReadOn(path) && labels.has([name]) === true,
    has(path, fragment) {
      const site = project.site(path)
      if (isNoAnchor(fragment, site.generator) || isShownElsewhere(path, site.generator)) return undefined
      const page = anchors(path)
      const names = spellings(fragment)
      if (some(page.written, names) || some(page.own(), names)) return true
      if (isMade(page, names, evidence()(site))) return true
      if (site.generator === 'none' && (some(page.own(), inLowerCase(names)) || some(page.all(), unprefixed(names))))
        return true
      if (isOutOfSight(page, names, kept)) return undefined
      if (evidence()(site).isMadeElsewhere(path)) return undefined
      return labels.areReadOn(path) && labels.has(names)
    },
  }
}

/** Whether what nobody can read here, a template makes, or an application shows, may have the anchor. */
function isOutOfSight(
  { incomplete, takesBlocks, templated, hasRoutes }: Anchors,
  names: string[],
  kept: () => ReadonlySet<string>,
): boolean {
  return (
    incomplete ||
    (takesBlocks && some(kept(), names)) ||
    templated.some((it) => mayBecome(it, names)) ||
    (names.some(mayBeRoute) && hasRoutes())
  )
}

/** Whether an algorithm that is not the site's own, but not ruled out either, makes an anchor of that name, or a plugin does. */
function isMade(page: Anchors, names: string[], { ruledOut, additions }: Evidence): boolean {
  return (
    sluggers.some((it) => !ruledOut.has(it) && some(page.under(it), names)) ||
    additions.some((it) => some(page.added(it), names))
  )
}

/** Ids of headings in the blocks that templates keep for pages, under any algorithm: which page shows which block is the templates' business. */
function idsInBlocks(project: Project): ReadonlySet<string> {
  const templates = [...project.documents.values()].filter(({ facts }) =>
    facts.samples.some((it) => it.name !== undefined),
  )
  const titles = templates.flatMap(({ facts }) => facts.sections.slice(1).map(({ title }) => titled(title)))
  return new Set(sluggers.flatMap((it) => [...slugsOf(titles, it)]))
}

/** The page of which a document is a part and nothing else: it has the anchors of that page, as hundreds of others may. */
function pageAround(project: Project, path: string): string | undefined {
  const [page, ...more] = project.pages.of(path)
  if (!page || page.entry.path === path || more.length > 0) return undefined
  const isShown = page.parts.some(({ document }) => document.path === path)
  return isShown && project.site(page.entry.path) === project.site(path) ? page.entry.path : undefined
}

function collect(project: Project, path: string): Anchors {
  const documents = partsOf(project, path)
  const written = new Set(documents.flatMap((it) => it.facts.anchors.map(({ id }) => id)))
  const site = project.site(path)
  const { generator } = site
  const titles = once(() => documents.flatMap((it) => titlesOf(it, generator)).map(titled))
  const under = (slugger: Slugger) => {
    const known = bySlugger.get(slugger) ?? slugsOf(titles(), slugger)
    bySlugger.set(slugger, known)
    return known
  }
  const bySlugger = new Map<Slugger, ReadonlySet<string>>()
  const own = () => under(sluggerOf(generator))
  const all = once(() => new Set([...written, ...own()]))
  const parents = once(() => new Set(documents.flatMap((it) => [...belowParents(it)])))
  const items = once(() => new Set(documents.flatMap((it) => [...listItems(it)])))
  return {
    written,
    under,
    own,
    all,
    squashed: once(() => bySquashed(Array.from(all(), (id) => [id, id]))),
    renamed: once(() => bySquashed(documents.flatMap(ownIds))),
    agreed: once(() => new Set(titles().flatMap(({ plain }) => plain ?? []))),
    added: (what) => (what === 'parents' ? parents() : items()),
    takesBlocks: documents.some(({ text }) => text.includes('yield_content')),
    templated: [...written].flatMap((it) => templatedName(it) ?? []),
    hasRoutes: once(() => documents.some(({ facts }) => hasRoutes(facts.links))),
    // A page that nobody reads (HTML of a site) may have any, and a fragment that no page shows has its anchors on a page
    // that docs-lint does not know.
    incomplete:
      documents.length === 0 ||
      (project.pages.isFragment(path) && project.pages.of(path).length === 0) ||
      documents.some(
        (it) =>
          isWrittenByProgram(it, site) ||
          it.facts.problems.some(({ kind }) => kind === 'limit' || kind === 'unreadable') ||
          it.facts.includes.some((include) => isUnseen(project.includes.resolve(it, include).kind)),
      ),
  }
}

/** What a page includes, and docs-lint cannot read, may have anchors. */
function isUnseen(kind: string): boolean {
  return kind === 'missing' || kind === 'unknown'
}

/** The documents that a reader of this one sees: its own page, or for a fragment all pages that show it. */
function partsOf(project: Project, path: string): Document[] {
  const own = project.pages.entry(path)
  const pages = own ? [own] : project.pages.of(path)
  const documents = new Set(pages.flatMap((it) => it.parts.map((part) => part.document)))
  const self = project.documents.get(path)
  if (self) documents.add(self)
  return [...documents]
}

/** Ids by what `squash` leaves of their names. */
function bySquashed(named: readonly (readonly [name: string, id: string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, id] of named) {
    const key = squash(name)
    shelve(found, key, id)
  }
  return found
}
