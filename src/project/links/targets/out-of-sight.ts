import { joinPath, pathFrom, prefixOf, splitPath } from '../../../paths.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { ServedSite } from '../../types/targets.ts'
import { isBeside } from './beside.ts'
import { whatBuilds, whatProgramsWrite } from './makers.ts'
import { routePlace } from './names.ts'
import { asOnePage } from './one-page.ts'
import { besideRepository, isReadInPlace } from './repositories.ts'
import type { Asking, Grounds, NearIndex, PathReference, Surroundings } from './types.ts'

const feed =
  /\.(?:xml|rss|atom|webmanifest)$|\/(?:robots|llms|llms-full)\.txt$|(?:^|\/)(?:genindex|py-modindex|search)\.html$|^\/search$/
/** Lists that a generator makes of pages, and other versions of the site. */
const made =
  /^\/(?:(?:[a-z]{2}|blog|posts|news|docs)\/)*(?:tags?|categor(?:y|ies)|archives?|authors?|page)(?:\/|\d|$)|^\/(?:[a-z]{2}\/)?blog\/?$/
/** To which switches of languages lead. */
const language =
  /^\/(?:ar|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_][A-Za-z]{2,4})?\/?$/
const version = /^\/(?:[\w-]+\/)?(?:v?\d+\.(?:\d+|x)(?:\.(?:\d+|x))*|latest|stable)(?:\/|$)/

/** What a site may have though its sources do not show it: why nothing can be said about a link to it. */
export function outOfSight(
  around: Surroundings,
  document: Document,
  link: Asking,
  reference: PathReference,
): string | undefined {
  const isPath = reference.host === undefined
  const why =
    whatIsUsual(around.project, document, link, reference) ??
    (isPath ? besideRepository(around, document, link, reference) : undefined) ??
    (isPath ? whatBuilds(around, document, link, reference) : undefined) ??
    whatProgramsWrite(around, document, link, reference) ??
    asOnePage(around, document, link, reference)
  if (why !== undefined) return why
  if (isBeside(around, reference)) return 'the domain has more than this site'
  return around.home.site.generator === 'none' ? whoShows(around, document, link, reference) : undefined
}

/** The site that a page is written for, where that is not here. */
function whoShows(
  around: Surroundings,
  document: Document,
  link: Asking,
  reference: PathReference,
): string | undefined {
  const { project } = around
  const shows = whatShows(around, reference)
  if (shows !== undefined || reference.host !== undefined) return shows
  if (isCalledSo(around, document, reference)) return 'a page calls itself so on a site that is not here'
  if (isShownElsewhere(project, document, reference)) return 'the site that shows this part is not here'
  if (isServedBelow(project, document, reference)) return 'pages beside this one seem to be served below that folder'
  if (isAside(project, document, reference)) return 'it is a route of a site that shows more than this'
  const near = around.near(document, link.kind, reference.path)
  return isServedFromFolder(near, document, reference) || isRouteOfNeighbour(project, document, reference)
    ? 'a folder of the project seems to be served from "/"'
    : undefined
}

/** What is asked at a host besides the pages of the site. */
export function whatAnswers({ site }: ServedSite, { apiHosts }: Grounds, { host }: PathReference): string | undefined {
  if (host === undefined) return undefined
  if (site.address.open) return 'a program makes redirects'
  return apiHosts().has(host) ? 'the API answers at the same host' : undefined
}

/** The newest of all, to which menus lead; on pages, it is as often a branch in the address of a repository if no domain is given. */
const newest = /^\/(?:[\w-]+\/)?(?:main|master|nightly|dev|devel|develop|next|edge)\/?$/

/** What sites have beside their sources. */
function whatIsUsual(
  project: Project,
  document: Document,
  { kind }: Asking,
  reference: PathReference,
): string | undefined {
  const { path, host } = reference
  if (path === '/' || (kind === 'navigation' && path === 'index.md'))
    return 'a site has a home page, wherever that comes from'
  if (language.test(path)) return 'it is the home page of a language'
  if (feed.test(path)) return 'generators make such files'
  if (made.test(path)) return 'generators make such lists of pages'
  const isNewest = (kind === 'navigation' || host !== undefined) && newest.test(path)
  return version.test(path) || isNewest || isKeptVersion(project, document, reference)
    ? 'it belongs to another version of the site'
    : undefined
}

/** `/docs/classic/limits` where Docusaurus keeps a version "classic" in a folder of its own. */
function isKeptVersion({ files, site }: Project, { path: from }: Document, { path }: PathReference): boolean {
  const { generator, root } = site(from)
  if (generator !== 'docusaurus') return false
  const versions = `${prefixOf(root)}versioned_docs/version-`
  return path.split('/', 4).some((it) => it !== '' && files.hasDirectory(versions + it))
}

/** `/operations/POST/pots`: no file is called so. */
const operation = /^\/(?:[\w-]+\/)?(?:GET|POST|PUT|PATCH|DELETE)\/\w/

/** What a site that docs-lint does not know makes of paths that no file has. */
function whatShows({ project, home, elsewhere }: Surroundings, reference: PathReference): string | undefined {
  if (isForeign(project, elsewhere, reference)) return 'other links lead to such paths with a domain before them'
  if (operation.test(reference.path)) return 'a program makes a page for each operation'
  return isSection(project, home, reference.path) ? 'it ends in a heading of a page that it starts with' : undefined
}

/** `/img/pot.png` that stands as `public/img/pot.png`, on a page of a site that docs-lint does not know. */
function isServedFromFolder(near: ReturnType<NearIndex>, document: Document, { path }: PathReference): boolean {
  if (near === undefined || !/^\/[^/]+\//.test(path)) return false
  return near.path.length > path.length && near.path.endsWith(path) && !isReadInPlace(document)
}

/** `/heating` beside `docs/HEATING.md`: who writes no extension has a site in mind whose root that folder is. */
function isRouteOfNeighbour({ files }: Project, { path: from }: Document, { path }: PathReference): boolean {
  const name = /^\/([\w-]+)\/?$/.exec(path)?.[1]?.toLowerCase()
  const { folder } = splitPath(from)
  return name !== undefined && folder !== '' && files.names(folder).some((it) => it.toLowerCase() === `${name}.md`)
}

/** `../glazes/mixing` where `docs/glazes/mix.md` has the id `mixing`. */
function isCalledSo({ routes }: Surroundings, { path: from }: Document, { path }: PathReference): boolean {
  if (path.startsWith('/') || /\.\w+$/.test(path)) return false
  return routes().has(routePlace(from, path) ?? '')
}

/** `/api/orders` in a part of a page that nothing here shows. */
function isShownElsewhere({ pages }: Project, { path: from }: Document, { path }: PathReference): boolean {
  return path.startsWith('/') && pages.isFragment(from) && pages.of(from).length === 0
}

/** `help/limits` where there is no such folder, and `limits.md` beside the page: a program shows the pages, and adds a folder to their names. */
function isServedBelow({ files }: Project, { path: from, text }: Document, { path }: PathReference): boolean {
  const [, added = '', name] = /^([\w-]+)\/([\w/-]+)$/.exec(path) ?? []
  if (name === undefined) return false
  const { folder } = splitPath(from)
  if (files.hasDirectory(joinPath(folder, added) ?? added) || !files.has(joinPath(folder, `${name}.md`) ?? ''))
    return false
  // A page may be moved into the folder that its links name; more than one link of a page that does not say so makes a habit.
  const isHabit = text.includes(`](${added}/`, text.indexOf(`](${added}/`) + 1)
  return isHabit && !`/${from}`.includes(`/${added}/`)
}

/** `../../types/Order`, below a folder at the root that there is not, and no file by its name: pages beside these that a program makes. */
function isAside({ files }: Project, { path: from }: Document, { path }: PathReference): boolean {
  if (!path.startsWith('../../') || /\.\w+$/.test(path)) return false
  const target = pathFrom(from, path)
  const first = target?.includes('/') ? target.split('/', 1)[0] : undefined
  return first !== undefined && !files.hasDirectory(first)
}

/** `/manual` of `/manual/orders`. */
export function firstOf(path: string): string | undefined {
  return /^\/[^/]+(?=\/)/.exec(path)?.[0]
}

/** Fewer prove nothing. */
const enough = 5

/** `/manual/orders` in files that a site shows as its manual: other pages write its address out. */
function isForeign({ files }: Project, elsewhere: ReadonlyMap<string, number>, { path, host }: PathReference): boolean {
  const first = host === undefined ? firstOf(path) : undefined
  return first !== undefined && (elsewhere.get(first) ?? 0) >= enough && !files.hasDirectory(first.slice(1))
}

/** `/guide/limits` where `guide.md` has a heading "Limits": generators of their own make pages of sections. */
function isSection(project: Project, home: ServedSite, path: string): boolean {
  const end = path.replace(/\/$/, '')
  const heading = end.slice(end.lastIndexOf('/') + 1)
  for (let cut = end.lastIndexOf('/'); cut > 0; cut = end.lastIndexOf('/', cut - 1)) {
    const page = home.get(end.slice(0, cut))
    // Not `anchors.has`: what the links of a site say about its anchors hangs on where they lead, which is asked here.
    if (page?.kind === 'document') return project.anchors.of(page.path).has(heading)
  }
  return false
}
