import type { Document, Link } from '../../types.ts'
import type { Project } from '../index.ts'
import { once } from '../once.ts'
import type { Unbuilt } from '../pages/built.ts'
import { type Flaw, flawOf, indexShownIds, type ShownId } from './flaws.ts'
import {
  type Asking,
  type Grounds,
  isInHtml,
  type Lookup,
  lookups,
  type Mount,
  type PathReference,
  type Search,
} from './lookups.ts'
import { inferMount } from './mounts.ts'
import { indexNames } from './names.ts'
import { type Near, nearTo } from './near.ts'
import { indexRedirects, type RedirectConflict } from './redirects.ts'
import { indexReferences } from './reference.ts'
import { type UndefinedReference, undefinedReferences } from './references.ts'
import { repositoryFinder } from './repositories.ts'
import type { Served, ServedSite } from './served.ts'
import { indexSites } from './sites.ts'
import { type Survey, survey } from './survey.ts'

/** Where a link leads. Paths are those of sources; a fragment is what stands behind "#", as written. */
export type Target =
  | { kind: 'document' | 'file'; path: string; fragment: string }
  | { kind: 'unbuilt'; path: string; fragment: string; why: Unbuilt }
  | { kind: 'missing'; place: string; fragment: string }
  | { kind: 'external' }
  | { kind: 'unknown'; why: string }

/** Answers where links lead. */
export interface LinkIndex {
  resolve(document: Document, link: Pick<Link, 'kind' | 'url'>): Target
  /** What is wrong with a link as it is written; asked of links that lead nowhere. */
  flaw(document: Document, link: Link): Flaw | undefined
  /** Ids that a heading shows, since they are not written as the generator wants them. */
  shownIds(document: Document): readonly ShownId[]
  /** What a link that leads nowhere must have meant. */
  near(document: Document, link: Link): Near | undefined
  /** The links of a menu: of a file that is one, and of Markdown that its generator reads as one. */
  navigation(document: Document): readonly Link[]
  undefinedReferences(document: Document): UndefinedReference[]
  redirectConflicts(document: Document): readonly RedirectConflict[]
  /** Every place that was looked at, up to the one that holds the target. */
  lookups(document: Document, link: Pick<Link, 'kind' | 'url'>): Iterable<Lookup>
  /** What the site of a document serves. */
  served(path: string): ServedSite
  readonly sites: readonly ServedSite[]
}

export function indexLinks(project: Project): LinkIndex {
  const { served, all } = indexSites(project)
  const names = once(() => indexNames(project))
  const folded = once(() => new Map(project.files.paths.map((it) => [it.toLowerCase(), it])))
  const searches = new Map<ServedSite | Document, Map<string, Search>>()
  const mounts = new Map<ServedSite, Mount>()
  const repositoryOf = repositoryFinder(project.files)
  const grounds: Grounds = {
    project,
    repository: (path) => (served(path).site.generator === 'none' ? repositoryOf(path) : ''),
    served,
    names,
    referenceOf: indexReferences(),
    folded: (path) => folded().get(path.toLowerCase()),
    search(document, link, reference) {
      // From the root, all pages of a site ask the same.
      const isRooted = reference.path.startsWith('/') && link.kind !== 'shortcode' && link.kind !== 'navigation'
      const askers = isRooted ? served(document.path) : document
      const root = isRooted ? grounds.repository(document.path) : ''
      const own = searches.get(askers) ?? new Map<string, Search>()
      searches.set(askers, own)
      const question = isRooted ? `${root} ${rootedQuestion(reference)}` : ownQuestion(document, link, reference)
      let known = own.get(question)
      if (!known) {
        known = search(lookups(grounds, document, link, reference))
        own.set(question, known)
      }
      return known
    },
    mount(site) {
      const known = mounts.get(site) ?? inferMount(grounds, site)
      mounts.set(site, known)
      return known
    },
  }
  const known = new Map<object, Target>()
  const resolver: Resolver = { grounds, survey: once(() => survey(project, grounds)) }
  const links: LinkIndex = {
    served,
    get sites() {
      return all()
    },
    navigation: ({ path, facts }) =>
      isMenu(path, served(path).site.generator) ? facts.links : facts.links.filter((it) => it.kind === 'navigation'),
    shownIds: indexShownIds(project),
    undefinedReferences: (document) => undefinedReferences(project, document),
    redirectConflicts: indexRedirects(served),
    near: (document, link) => nearTo(project, served(document.path), document, link),
    flaw(document, link) {
      const { kind } = links.resolve(document, link)
      return link.url === '' || kind === 'missing' ? flawOf(project, document, link) : undefined
    },
    lookups: (document, link) => trail(grounds, document, link),
    resolve(document, link) {
      let target = known.get(link)
      if (!target) {
        target = resolve(resolver, document, link)
        known.set(link, target)
      }
      return target
    },
  }
  return links
}

/** Looks until something is found. */
function search(all: Iterable<Lookup>): Search {
  let first: Lookup | undefined
  for (const it of all) {
    if (it.found) return { found: it.found }
    first ??= it
  }
  return { first }
}

/** Markdown that a generator reads as its table of contents. */
function isMenu(path: string, generator: string): boolean {
  const menus: Record<string, RegExp> = {
    mdbook: /(?:^|\/)SUMMARY\.md$/,
    docfx: /(?:^|\/)toc\.md$/i,
    docsify: /(?:^|\/)_sidebar\.md$/,
  }
  return menus[generator]?.test(path) ?? false
}

/** Links with the same question have one answer: of a site from its root, and else of a document. */
function rootedQuestion({ path, host }: PathReference): string {
  return host === undefined ? path : `host ${path}`
}

function ownQuestion(document: Document, link: Asking, { path, host }: PathReference): string {
  const { kind } = link
  const how = kind === 'shortcode' || kind === 'navigation' || kind === 'image' ? kind : ''
  return `${isInHtml(document, link) ? '<' : ''}${how} ${host === undefined ? '' : '//'} ${path}`
}

interface Resolver {
  grounds: Grounds
  survey(): Survey
}

function resolve({ grounds, survey }: Resolver, document: Document, link: Pick<Link, 'kind' | 'url'>): Target {
  const reference = grounds.referenceOf(link)
  if (reference.kind === 'external') return reference
  if (reference.kind === 'template') return { kind: 'unknown', why: 'a template makes the URL' }
  const { generator } = grounds.served(document.path).site
  if (link.kind === 'shortcode' && generator !== 'hugo' && generator !== 'jekyll') {
    return { kind: 'unknown', why: 'another template engine reads the tag' }
  }
  const { fragment } = reference
  if (grounds.project.unbuilt(document.path) === 'draft') return { kind: 'unknown', why: 'the page itself is a draft' }
  if (reference.kind === 'page') return { kind: 'document', path: document.path, fragment }
  if (reference.host !== undefined && !survey().isOwn(document, reference.host)) return { kind: 'external' }
  const { found, first } = grounds.search(document, link, reference)
  if (found) return reached(found, fragment)
  if (first === undefined) return { kind: 'unknown', why: 'no page is known that shows this fragment' }
  const why = survey().cannotTell(document, link, reference)
  if (why !== undefined) return { kind: 'unknown', why }
  return { kind: 'missing', place: first.place, fragment }
}

function reached({ kind, path, unbuilt }: Served, fragment: string): Target {
  if (unbuilt) return { kind: 'unbuilt', path, fragment, why: unbuilt }
  return { kind: kind === 'document' || kind === 'redirect' ? 'document' : 'file', path, fragment }
}

function* trail(grounds: Grounds, document: Document, link: Pick<Link, 'kind' | 'url'>): Generator<Lookup> {
  const reference = grounds.referenceOf(link)
  if (reference.kind !== 'path') return
  for (const it of lookups(grounds, document, link, reference)) {
    yield it
    if (it.found) return
  }
}
