import type { Document, InertLink, Link } from '../../types.ts'
import type { Project } from '../index.ts'
import { once, onceIn } from '../once.ts'
import type { Unbuilt } from '../pages/built.ts'
import { type Flaw, flawOf, indexShownIds, type ShownId } from './flaws.ts'
import { inertLinks } from './inert.ts'
import { indexRedirects, type RedirectConflict } from './redirects.ts'
import { type UndefinedReference, undefinedReferences } from './references.ts'
import { indexGrounds } from './targets/index.ts'
import { type Grounds, type Lookup, lookups } from './targets/lookups.ts'
import type { Near } from './targets/near.ts'
import type { Served, ServedSite } from './targets/served.ts'
import { indexSites } from './targets/sites.ts'
import { type Survey, survey } from './targets/survey.ts'

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
  /** Links that stand in HTML, where the generator reads no Markdown, or that begin in code. */
  inert(document: Document): readonly InertLink[]
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
  const sites = indexSites(project)
  const { served } = sites
  const grounds = indexGrounds(project, sites)
  const resolver: Resolver = { grounds, survey: once(() => survey(project, grounds)) }
  const links: LinkIndex = {
    served,
    get sites() {
      return sites.all()
    },
    navigation: ({ path, facts }) =>
      isMenu(path, served(path).site.generator) ? facts.links : facts.links.filter((it) => it.kind === 'navigation'),
    shownIds: indexShownIds(project),
    inert: (document) => inertLinks(project, document),
    undefinedReferences: (document) => undefinedReferences(project, document),
    redirectConflicts: indexRedirects(served),
    near: grounds.near,
    flaw(document, link) {
      const { kind } = links.resolve(document, link)
      return link.url === '' || kind === 'missing' ? flawOf(project, document, link) : undefined
    },
    lookups: (document, link) => trail(grounds, document, link),
    resolve: onceIn((document, link) => resolve(resolver, document, link)),
  }
  return links
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
  if (grounds.project.anchors.isLabel(document.path, reference.path))
    return { kind: 'unknown', why: 'a place of the site goes by that name' }
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
