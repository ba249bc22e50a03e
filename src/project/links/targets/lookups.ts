import { isBelow, joinPath, pathFrom, splitPath } from '../../../paths.ts'
import type { Document, Link } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { Lookup, ServedSite } from '../../types/targets.ts'
import { bases } from './bases.ts'
import { contentFolders } from './contents.ts'
import { figurePlaces } from './figures.ts'
import { fromRoot } from './from-root.ts'
import { stoppedAtRoot } from './mounts.ts'
import { byName, byNumber, byRoute } from './names.ts'
import { joinUrl } from './reference.ts'
import { fileAt } from './sources.ts'
import { languageNames, originalUrls } from './translations.ts'
import type { Asking, Grounds, PathReference } from './types.ts'

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
  if (link.kind === 'figure') yield* figurePlaces(grounds.project, home, document, reference.path)
  if (link.kind === 'shortcode') yield* byName(grounds, home, document, reference.path)
  else if (link.kind === 'navigation') yield* fromMenu(grounds, home, document, reference)
  else if (reference.path.startsWith('/')) {
    yield* fromRoot(grounds, home, document, reference)
    // Asked only where nothing stands at the URL as it is written.
    for (const path of originalUrls(home, document.path, reference.path))
      yield* fromRoot(grounds, home, document, { ...reference, path })
  } else
    for (const base of bases(grounds, home, document))
      for (const path of languageNames(home, base.path, reference.path))
        yield* fromBase(grounds, home, base, { path, inHtml, atRoot: startsAtRoot(home, link.kind, path) })
}

/** Menus name pages by URL, by id, or by source: below the root of the content, or beside the menu. */
function* fromMenu(
  grounds: Grounds,
  home: ServedSite,
  document: Document,
  reference: PathReference,
): Generator<Lookup> {
  if (home.site.generator === 'docusaurus') {
    yield { how: 'id of a page', place: reference.path, found: home.byId(reference.path) }
    return
  }
  if (home.rules.sources === 'majority' || reference.path.startsWith('/')) {
    yield* fromRoot(grounds, home, document, { ...reference, path: joinUrl('/', reference.path) })
    return
  }
  for (const folder of menuFolders(home, document))
    for (const path of languageNames(home, document.path, reference.path))
      yield* fileIn(grounds, home, folder, { path, how: `below "${folder || '.'}"` })
}

function menuFolders({ site, languages }: ServedSite, { path }: Document): Set<string> {
  const first = languages?.inFolders ? [joinPath(site.source, languages.standard) ?? site.source] : []
  return new Set([site.source, splitPath(path).folder, ...first])
}

function* fromBase(
  grounds: Grounds,
  home: ServedSite,
  base: Document,
  { path, inHtml, atRoot }: Asked,
): Generator<Lookup> {
  const { relative } = home.rules
  const ways: readonly Way[] = atRoot ? ['root', ...relative.filter((it) => it !== 'root')] : relative
  for (const way of ways) yield* relativeTo(grounds, home, base, { path, inHtml, atRoot, way })
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
  if (home.site.generator === 'none') {
    yield* stopped(grounds, home, base, path)
    yield* byNumber(grounds, base, path)
  }
  if (home.site.generator === 'writerside' && path.endsWith('.md')) yield* byName(grounds, home, base, path)
  if (grounds.project.site(base.path).generator === 'docusaurus') yield* byRoute(grounds, base, path)
  for (const folder of contentFolders(home, base.path))
    yield* fileIn(grounds, home, folder, { path, how: `below "${folder}"` })
}

/** `models/lid` on a page of another folder. Who writes `./` or `../` has the page's own place in mind, from which pictures are looked for anyway. */
export function startsAtRoot({ site }: ServedSite, kind: Link['kind'], path: string): boolean {
  return site.startsAtRoot === true && kind !== 'image' && !path.startsWith('.')
}

/**
 * Where a browser stops that is led further up than there is anything: in the folder that is served from the root, or, for
 * `../../img/pot.png` in a folder of the project's root, in that folder, which has `img/pot.png` too.
 */
function* stopped(grounds: Grounds, home: ServedSite, { path: from }: Document, path: string): Generator<Lookup> {
  if (!path.startsWith('../')) return
  const served = stoppedAtRoot(grounds.mount(home), from, path)
  if (served !== undefined)
    yield* fileIn(grounds, home, '', { path: served, how: 'below what is served from the root' })
  const { folder } = splitPath(from)
  const inside = path.replace(/^(?:\.\.\/)+/, '')
  if (joinPath(folder, path) === undefined && grounds.isWhole())
    yield* fileIn(grounds, home, folder, { path: inside, how: `below "${folder}", where a browser stops` })
}

/** What a link asks for. No generator touches what stands in a tag: the browser reads it from the page's own address. */
interface Asked {
  path: string
  inHtml: boolean
  atRoot: boolean
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
  const isFile = !inHtml && /\.\w+$/.test(path) && !isOfHugo(grounds.project, base)
  if (way === 'folder' && (own === undefined || isFile)) return
  if (own === undefined) {
    yield* fileIn(grounds, home, splitPath(base.path).folder, { path, how: `relative to ${base.path}` })
    return
  }
  const url = way === 'folder' ? own.replace(/(?:\/index)?\.html$/, '/') : own
  // A browser stops at the root; a host of repositories has more above it.
  const isAbove = home.site.generator === 'none' && climbs(url, path)
  const place = isAbove ? path : joinUrl(url, path)
  const isOut = isAbove ? grounds.isWhole() : leavesPath(home, url, path) || leavesPart(grounds, home, base, path)
  const found = isOut ? undefined : home.get(joinUrl(url, path))
  yield { how: `URL relative to ${url}`, place, found }
}

/** Whether a link climbs out of the path below which its site is published. */
function leavesPath({ site }: ServedSite, url: string, path: string): boolean {
  const { base } = site.address
  if (base === '' || !path.startsWith('../')) return false
  return !isBelow(`${joinUrl(base + url, path)}/`, base)
}

/** Whether a link names a file above a folder of some repository, of which the rest is not here. */
function leavesPart({ isWhole }: Grounds, { site }: ServedSite, { path: from }: Document, path: string): boolean {
  if (site.generator !== 'none' || !/\.\w+$/.test(path)) return false
  return pathFrom(from, path) === undefined && !isWhole()
}

/** Hugo reads links from the URL of the page, wherever its pages are kept. */
function isOfHugo({ files }: Project, { path }: Document): boolean {
  return files.has(`${splitPath(path).folder}/_index.md`)
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
