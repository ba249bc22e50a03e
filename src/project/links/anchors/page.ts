import { shelve } from '../../../grouped.ts'
import { member, text } from '../../../parse/json.ts'
import { splitPath } from '../../../paths.ts'
import { isForDoxygen } from '../../../site/doxygen.ts'
import { hashedSlug, type Slugger, sluggersOf, slugsOf, titled } from '../../../site/slugs.ts'
import { squash } from '../../../text.ts'
import type { Document, Site } from '../../../types.ts'
import { frontMatterOf, isUnread, seenWith } from '../../documents.ts'
import { once, onceEach } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import { type Addition, addedTo, codes, printed, underscored } from './additions.ts'
import { hasRoutes, type TemplatedName, templatedName } from './fragment.ts'
import { writtenIds } from './given.ts'
import { isWrittenByProgram, ownIds, titlesOf } from './titles.ts'

/** What stands on a page (all of its parts together). */
export interface Anchors {
  written: ReadonlySet<string>
  /** Ids under the site's own algorithm, of whatever version. */
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
  takesBlocks(): boolean
  /** Names of which a template makes a part: what an include is given, the number of a step. */
  templated: readonly TemplatedName[]
  /** Ids of what calls of templates may print. */
  printed(): ReadonlySet<string>
  /** Codes that headings begin with, on a page that lists such. */
  codes(): ReadonlySet<string>
  /** Ids of titles that have no ASCII letters, as Redcarpet makes them. */
  hashed(): ReadonlySet<string>
  /** Whether it is shown by an application whose pages it leads to. */
  hasRoutes(): boolean
  /** Whether symbols of the code can be linked to. */
  isForDoxygen(): boolean
}

/** The anchors of the page that has a path, or that shows what has it. */
export function indexPageAnchors(project: Project): (path: string) => Anchors {
  const anchors: (path: string) => Anchors = onceEach((path) => {
    const around = pageAround(project, path)
    return around === undefined ? collect(project, path) : anchors(around)
  })
  return anchors
}

/** The page of which a document is a part and nothing else: it has the anchors of that page, as hundreds of others may. */
function pageAround(project: Project, path: string): string | undefined {
  const [page, ...more] = project.pages.of(path)
  if (!page || page.entry.path === path || more.length > 0) return undefined
  const isShown = page.parts.some(({ document }) => document.path === path)
  return isShown && project.site(page.entry.path) === project.site(path) ? page.entry.path : undefined
}

function collect(project: Project, path: string): Anchors {
  const documents = seenWith(project, path)
  const written = new Set([...writtenIds(project, documents), ...documents.flatMap(underscored)])
  const { generator } = project.site(path)
  const titles = once(() => documents.flatMap((it) => titlesOf(it, generator)).map(titled))
  const under = onceEach((slugger: Slugger) => slugsOf(titles(), slugger))
  const own = once(() => together(sluggersOf(generator).map(under)))
  const all = once(() => together([written, own()]))
  return {
    written,
    under,
    own,
    all,
    squashed: once(() => bySquashed(Array.from(all(), (id) => [id, id]))),
    renamed: once(() => bySquashed(documents.flatMap(ownIds))),
    agreed: once(() => new Set(titles().flatMap(({ plain }) => plain ?? []))),
    added: onceEach((what) => addedTo(documents, what)),
    takesBlocks: once(() => documents.some(({ text }) => text.includes('yield_content'))),
    templated: [...written].flatMap((it) => templatedName(it) ?? []),
    printed: once(() => {
      const shown = documents.flatMap(printed).map(titled)
      return new Set(sluggersOf(generator).flatMap((it) => [...slugsOf(shown, it)]))
    }),
    codes: once(() => new Set(documents.flatMap(codes))),
    hashed: once(() => new Set(titles().map(({ text }) => hashedSlug(text.trim())))),
    hasRoutes: once(() => documents.some(({ facts }) => hasRoutes(facts.links))),
    isForDoxygen: once(() => documents.some((it) => isForDoxygen(it.text))),
    incomplete: isIncomplete(project, path, documents),
  }
}

/** What is in some of them. Few pages have anchors of more than one kind. */
function together(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [one = new Set<string>(), ...others] = sets.filter(({ size }) => size > 0)
  return others.length === 0 ? one : new Set([one, ...others].flatMap((it) => [...it]))
}

/**
 * Whether a part of a page cannot be read: one that nobody reads (HTML of a site) may have any anchor, and a fragment that no page
 * shows has its anchors on a page that docs-lint does not know.
 */
function isIncomplete(project: Project, path: string, documents: readonly Document[]): boolean {
  const site = project.site(path)
  return (
    documents.every(isEmpty) ||
    isCalledPart(path, site) ||
    (project.pages.isFragment(path) && project.pages.of(path).length === 0) ||
    documents.some(
      (it) =>
        isWrittenByProgram(it, site) ||
        isUnread(it) ||
        it.facts.includes.some((include) => isUnseen(project.includes.resolve(it, include).kind)),
    )
  )
}

/** Of a page that is empty, all that readers see comes from elsewhere: its layout, or whoever left it out of what is here. */
function isEmpty({ text, facts: { frontMatter } }: Document): boolean {
  return text.slice(frontMatter?.range[1] ?? 0).trim() === ''
}

/** `_glazes.md`, which some site shows on its pages whose generator is not known. */
function isCalledPart(path: string, { generator }: Site): boolean {
  return generator === 'none' && /^_(?!index\.)/.test(splitPath(path).name)
}

/** A cover or a menu of docsify is shown with another page, and has the anchors of that; so is what Jekyll builds with no layout around it. */
export function isShownElsewhere(project: Project, path: string): boolean {
  const { generator } = project.site(path)
  if (generator === 'docsify') return /(?:^|\/)_[a-z]+\.md$/.test(path)
  const layout = generator === 'jekyll' ? member(frontMatterOf(project, path), 'layout') : undefined
  return layout?.kind === 'null' || text(layout) === 'none'
}

/** What a page includes, and docs-lint cannot read, may have anchors. */
function isUnseen(kind: string): boolean {
  return kind === 'missing' || kind === 'unknown'
}

/** Ids by what `squash` leaves of their names. */
function bySquashed(named: readonly (readonly [name: string, id: string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, id] of named) shelve(found, squash(name), id)
  return found
}
