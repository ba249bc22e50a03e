import { joinPath, splitPath } from '../../../text.ts'
import type { Document, Link } from '../../../types.ts'
import type { Project } from '../../index.ts'
import type { CopyFinder } from './copies.ts'
import { fromRoot } from './from-root.ts'
import { stoppedAtRoot } from './mounts.ts'
import { byName, byNumber, byRoute } from './names.ts'
import type { NearIndex } from './near.ts'
import { joinUrl, type Reference } from './reference.ts'
import type { Served, ServedSite } from './served.ts'
import { fileAt } from './sources.ts'

/** One place where the target of a link was looked for, and what stands there. */
export interface Lookup {
  /** How the place follows from the link; for people. */
  how: string
  place: string
  found?: Served
}

export type PathReference = Extract<Reference, { kind: 'path' }>

/** What looking for targets needs to know. */
export interface Grounds {
  project: Project
  served(path: string): ServedSite
  /** A link's URL, taken apart. */
  referenceOf(link: Pick<Link, 'url'>): Reference
  /** A prefix that root-absolute links of the site carry or lack; see `mounts.ts`. */
  mount(site: ServedSite): Mount
  /** See `repositoryFinder`. */
  repository(path: string): string
  /** See `copyFinder`. */
  copyOf: CopyFinder
  /** See `isWhole`. */
  isWhole(): boolean
  /** A file of any case. */
  folded(path: string): string | undefined
  /** `search`, remembered: the survey of a site asks for every link, and each link's own judge asks again. */
  search(document: Document, link: Pick<Link, 'kind'>, reference: PathReference): Search
  /** What a link that leads nowhere must have meant. */
  near: NearIndex
  /** See `indexNames`. */
  names(): ReadonlyMap<string, string>
  /** See `indexRoutes`. */
  routes(): ReadonlyMap<string, string>
  /** See `indexNumbered`. */
  numbered(): ReadonlyMap<string, string>
}

export interface Mount {
  strip: string
  add: string
}

/** How looking for a target ended: where it was found, or where it was looked for first. */
export interface Search {
  found?: Served
  first?: Lookup
}

/** A link, or one that somebody thinks up. */
export type Asking = Pick<Link, 'kind'> & Partial<Pick<Link, 'range'>>

/** Whether a tag holds the link. */
export function isInHtml({ text }: Document, { range }: Asking): boolean {
  return range !== undefined && text.charAt(range[0]) === '<'
}

/** Where a link can lead, in the order in which its generator would look. */
export function* lookups(
  grounds: Grounds,
  document: Document,
  link: Asking,
  reference: PathReference,
): Generator<Lookup> {
  const home = grounds.served(document.path)
  const inHtml = isInHtml(document, link)
  if (link.kind === 'shortcode') yield* byName(grounds, home, document, reference.path)
  else if (link.kind === 'navigation') yield* fromMenu(grounds, home, document, reference)
  else if (reference.path.startsWith('/')) yield* fromRoot(grounds, home, document, reference)
  else
    for (const base of bases(grounds, home, document))
      yield* fromBase(grounds, home, base, { path: reference.path, inHtml })
}

/** What a link of the file system leads to may be written for the place of that link, and a page for that of what is made of it. */
function* bases({ project, copyOf }: Grounds, home: ServedSite, document: Document): Generator<Document> {
  yield* basesOf(project, home, document)
  for (const path of project.namesakes?.get(document.path) ?? []) yield { ...document, path }
  const { folder, name } = splitPath(document.path)
  const copy = copyOf(folder)
  if (copy !== undefined) yield { ...document, path: copy === '' ? name : `${copy}/${name}` }
}

/** Links of a fragment start at the page that shows it, or at the fragment, as its generator has it. */
function basesOf(project: Project, { rules, site }: ServedSite, document: Document): Document[] {
  if (!project.pages.isFragment(document.path)) return [document]
  const entries = project.pages.of(document.path).map((it) => it.entry)
  const pagesOnly = site.generator === 'jekyll' || site.generator === 'slate' || site.generator === 'shins'
  if (rules.fragments === 'fragment') return [document]
  return pagesOnly ? entries : [document, ...entries]
}

/** Menus name pages by URL, by id, or by source: below the root of the content, or beside the menu. */
function* fromMenu(
  grounds: Grounds,
  home: ServedSite,
  document: Document,
  reference: PathReference,
): Generator<Lookup> {
  const { project, folded } = grounds
  if (home.site.generator === 'docusaurus') {
    yield { how: 'id of a page', place: reference.path, found: home.byId(reference.path) }
    return
  }
  if (home.rules.sources === 'majority' || reference.path.startsWith('/')) {
    yield* fromRoot(grounds, home, document, { ...reference, path: joinUrl('/', reference.path) })
    return
  }
  for (const folder of new Set([home.site.source, splitPath(document.path).folder])) {
    const file = joinPath(folder, reference.path)
    if (file !== undefined)
      yield { how: `file below "${folder || '.'}"`, place: file, found: fileAt(project, home, file, folded) }
  }
}

function* fromBase(grounds: Grounds, home: ServedSite, base: Document, { path, inHtml }: Asked): Generator<Lookup> {
  for (const way of home.rules.relative) yield* relativeTo(grounds, home, base, { path, inHtml, way })
  // Where Jekyll needs front matter to build a page, one without it is read where it lies; where it does not, a plugin finds sources.
  if (home.site.generator === 'jekyll' && base.facts.frontMatter === undefined) {
    const asKept: ServedSite = { ...home, rules: { ...home.rules, listings: true } }
    yield* fileIn(grounds, asKept, splitPath(base.path).folder, { path, how: `relative to ${base.path}` })
  }
  const images = home.rules.images
  if (images !== undefined) {
    const place = joinUrl(`/${images}/`, path)
    yield { how: 'image of the site', place, found: home.get(place) }
  }
  const climbs = home.site.generator === 'none' && path.startsWith('../')
  const atRoot = climbs ? stoppedAtRoot(grounds.mount(home), base.path, path) : undefined
  if (atRoot !== undefined)
    yield* fileIn(grounds, home, '', { path: atRoot, how: 'below what is served from the root' })
  if (home.site.generator === 'none') yield* byNumber(grounds, base, path)
  if (grounds.project.site(base.path).generator === 'docusaurus') yield* byRoute(grounds, base, path)
  if (home.site.generator !== 'docusaurus') return
  for (const { folder } of home.site.contents) yield* fileIn(grounds, home, folder, { path, how: `below "${folder}"` })
}

/** What a link asks for. No generator touches what stands in a tag: the browser reads it from the page's own address. */
interface Asked {
  path: string
  inHtml: boolean
}

type Way = ServedSite['rules']['relative'][number]

/** A page without an address of its own is read where it lies. */
function* relativeTo(
  grounds: Grounds,
  home: ServedSite,
  base: Document,
  { path, inHtml, way }: Asked & { way: Way },
): Generator<Lookup> {
  if (way === 'root') {
    yield* fileIn(grounds, home, home.site.source, { path, how: 'below the root of the site' })
    return
  }
  const own = way === 'file' ? undefined : home.urlOf(base.path)
  // A link in Markdown that names a file is meant for where the source lies.
  if (way === 'folder' && (own === undefined || (!inHtml && /\.\w+$/.test(path)))) return
  if (own === undefined) {
    yield* fileIn(grounds, home, splitPath(base.path).folder, { path, how: `relative to ${base.path}` })
    return
  }
  const url = way === 'folder' ? own.replace(/(?:\/index)?\.html$/, '/') : own
  // A browser stops at the root; a host of repositories has more above it.
  const isAbove = home.site.generator === 'none' && climbs(url, path)
  const place = isAbove ? path : joinUrl(url, path)
  const found = isAbove && grounds.isWhole() ? undefined : home.get(joinUrl(url, path))
  yield { how: `URL relative to ${url}`, place, found }
}

/** Whether a link goes up further than its page is deep, and down again: any folder above may have a README, too. */
function climbs(url: string, path: string): boolean {
  const steps = /^(?:\.\/)?((?:\.\.\/)+)(?!\.\.\/)[^/]+\//.exec(path)?.[1]?.length ?? 0
  return steps / 3 > url.split('/').length - 2
}

function* fileIn(
  { project, folded }: Grounds,
  home: ServedSite,
  folder: string,
  { path, how }: { path: string; how: string },
): Generator<Lookup> {
  const file = joinPath(folder, path)
  if (file !== undefined) yield { how: `file ${how}`, place: file, found: fileAt(project, home, file, folded) }
}
