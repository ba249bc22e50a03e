import { joinPath, splitPath } from '../../../text.ts'
import type { Document, Link } from '../../../types.ts'
import type { Project } from '../../index.ts'
import type { Mount, PathReference } from './lookups.ts'
import type { NearIndex } from './near.ts'
import { besideRepository } from './repositories.ts'
import type { ServedSite } from './served.ts'

interface Surroundings {
  project: Project
  home: ServedSite
  /** First folders of URLs with a domain, such as "/manual", and how many links have them. */
  elsewhere: ReadonlyMap<string, number>
  mount: Mount
  near: NearIndex
}

const feed = /\.(?:xml|rss|atom|webmanifest)$|\/(?:robots|llms|llms-full)\.txt$/
/** Lists that a generator makes of pages, and other versions of the site. */
const made = /^\/(?:(?:[a-z]{2}|blog|posts|news|docs)\/)*(?:tags?|categor(?:y|ies)|archives?|authors?|page)(?:\/|\d|$)/
const version = /^\/(?:[\w-]+\/)?(?:v?\d+\.(?:\d+|x)(?:\.(?:\d+|x))*|latest|stable)(?:\/|$)/

/** What a site may have though its sources do not show it: why nothing can be said about a link to it. */
export function outOfSight(
  around: Surroundings,
  document: Document,
  link: Pick<Link, 'kind'>,
  reference: PathReference,
): string | undefined {
  const why =
    whatIsUsual(link, reference.path) ??
    besideRepository(around, document, link, reference) ??
    whatBuilds(around, document, link, reference)
  if (why !== undefined) return why
  const { project, home, mount } = around
  if (isBesideMount(project, mount, reference.path)) return 'the domain has more than this site'
  if (home.site.generator === 'none')
    return (
      whatShows(around, reference) ??
      (isServedFromFolder(around.near(document, { ...link, url: reference.path }), document, reference)
        ? 'a folder of the project seems to be served from "/"'
        : undefined)
    )
  return home.site.generator === 'docfx' && isOtherDocset(project, home, reference.path)
    ? 'the domain has more than this site'
    : undefined
}

/** The newest of all, to which menus lead; on pages, it is as often a branch in the address of a repository. */
const newest = /^\/(?:[\w-]+\/)?(?:main|master|nightly)\/?$/

/** What sites have beside their sources. */
function whatIsUsual({ kind }: Pick<Link, 'kind'>, path: string): string | undefined {
  if (path === '/') return 'a site has a home page, wherever that comes from'
  if (feed.test(path)) return 'generators make such files'
  if (made.test(path)) return 'generators make such lists of pages'
  return version.test(path) || (kind === 'navigation' && newest.test(path))
    ? 'it belongs to another version of the site'
    : undefined
}

/** What makes a target that only the built site has. */
function whatBuilds(
  { project, home, near }: Surroundings,
  document: Document,
  { kind }: Pick<Link, 'kind'>,
  reference: PathReference,
): string | undefined {
  if (isTemplated(project, document, reference)) return 'a build makes it of a template'
  if (isLeftOut(project, document, reference)) return 'version control leaves it out, so a build makes it'
  if (isModule(project, document, reference)) return 'ExDoc makes it of the code'
  if (isOfCode(reference) && readsCode(project, document)) return 'Doxygen makes it of the code'
  if (isWritten(project, home, document, reference)) return 'a plugin writes it when the site is built'
  if (kind === 'image' || !home.runsPrograms) return undefined
  // A slip in the name of another page is still one.
  return near(document, { kind, url: reference.path }) ? undefined : 'a program writes pages when the site is built'
}

/** `podman.1.md` beside `podman.1.md.in`. */
function isTemplated({ files }: Project, { path: from }: Document, { path, host }: PathReference): boolean {
  const file = host === undefined ? joinPath(splitPath(from).folder, path) : undefined
  return file !== undefined && templates.some((it) => files.has(file + it))
}

/** Lists that Doxygen makes, and a page of one thing. */
const ofCode =
  /^(?:\.\/)?(?:(?:annotated|classes|deprecated|examples|files|functions|globals|hierarchy|inherits|modules|namespaces|pages|todo|topics)|(?:class|struct|union|interface|namespace|group|dir)_?\w+|\w+_8(?:h|hpp|c|cpp|py|java)|md_\w+)\.html$/

function isOfCode({ path, host }: PathReference): boolean {
  return host === undefined && ofCode.test(path)
}

/** A config of Doxygen stands beside the page, in a folder around it, or in one of documentation there. */
function readsCode({ files }: Project, { path }: Document): boolean {
  const { folder } = splitPath(path)
  const above = folder.split('/').map((_, depth, all) => all.slice(0, depth + 1).join('/'))
  const near = ['', ...above].flatMap((it) => [it, ...['doc', 'docs'].flatMap((docs) => joinPath(it, docs) ?? [])])
  return near.some((it) => files.names(it).some((name) => /^doxyfile|\.(?:dox|doxyfile|doxygen)(?:\.in)?$/i.test(name)))
}

/** Below a folder that a plugin writes, where it was not written yet. */
function isWritten(
  { files }: Project,
  { site }: ServedSite,
  { path: from }: Document,
  { path }: PathReference,
): boolean {
  if (site.written.length === 0) return false
  const targets = path.startsWith('/')
    ? site.contents.flatMap(({ folder, route }) => {
        const begins = route === '' ? '/' : `/${route}/`
        return path.startsWith(begins) ? `${joinPath(folder, path.slice(begins.length))}/` : []
      })
    : [`${joinPath(splitPath(from).folder, path)}/`]
  return site.written.some((it) => !files.hasDirectory(it) && targets.some((target) => target.startsWith(`${it}/`)))
}

/** A copy that a build puts beside the pages, as `.gitignore` says. */
function isLeftOut(project: Project, { path: from }: Document, { path, host }: PathReference): boolean {
  const file = host === undefined ? joinPath(splitPath(from).folder, path) : undefined
  return file !== undefined && file !== '' && project.ignored(file)
}

/** `Shop.Order.html` of a page below a `mix.exs`: the pages of a project lie beside those of its modules. */
function isModule({ files }: Project, { path: from }: Document, { path }: PathReference): boolean {
  if (!/^(?:\.\/)?[A-Z]\w*(?:\.[A-Z]\w*)*\.html$/.test(path)) return false
  const { folder } = splitPath(from)
  const above = folder.split('/').map((_, depth, all) => all.slice(0, depth + 1).join('/'))
  return ['', ...above].some((it) => files.has(joinPath(it, 'mix.exs') ?? ''))
}

const templates = ['.in', '.tmpl', '.tpl', '.template', '.j2', '.jinja', '.erb', '.ejs', '.hbs', '.mustache']

/** What a site that docs-lint does not know makes of paths that no file has. */
function whatShows({ project, home, elsewhere }: Surroundings, reference: PathReference): string | undefined {
  if (isForeign(project, elsewhere, reference)) return 'other links lead to such paths with a domain before them'
  return isSection(project, home, reference.path) ? 'it ends in a heading of a page that it starts with' : undefined
}

/** `/img/pot.png` that stands as `public/img/pot.png`, on a page of a site that docs-lint does not know. A README is read where it lies. */
function isServedFromFolder(near: ReturnType<NearIndex>, { path }: Document, reference: PathReference): boolean {
  if (near === undefined || reference.host !== undefined || !/^\/[^/]+\//.test(reference.path)) return false
  return (
    near.url.length > reference.path.length && near.url.endsWith(reference.path) && !/(?:^|\/)[A-Z_]+\.md$/.test(path)
  )
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

/** `/graph/overview`: several repositories share a domain, each below folders of its own. */
function isOtherDocset({ files }: Project, { site }: ServedSite, path: string): boolean {
  const [, first = '', ...more] = path.split('/')
  const folder = joinPath(site.source, first)
  return path.startsWith('/') && more.length > 0 && folder !== undefined && !files.hasDirectory(folder)
}

/** `/product/forum` where `/product/docs` is a folder of this project: links that swap a prefix tell of a larger domain. */
function isBesideMount({ files }: Project, { strip, add }: Mount, path: string): boolean {
  if (add === '' || !path.startsWith('/')) return false
  // A folder beside the root of the pages, and so no page of theirs: it may be what GitHub shows.
  if (strip === '') return path.length > 1 && files.hasDirectory(path.slice(1).replace(/\/$/, ''))
  if (!path.startsWith(`${strip}/`)) return true
  const folder = joinPath(add, path.slice(strip.length + 1).split('/', 1)[0] ?? '')
  return folder === undefined || !files.hasDirectory(folder)
}
