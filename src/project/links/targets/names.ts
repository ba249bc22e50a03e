import { joinPath, pathFrom, splitPath } from '../../../paths.ts'
import { contentAround } from '../../../site/contents.ts'
import { own, type PageSource } from '../../../site/url-forms.ts'
import { docId, docSlug, isMarkdown } from '../../../site/urls.ts'
import type { Document, Site } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import type { Lookup, Served, ServedSite } from '../../types/targets.ts'
import type { Grounds } from './types.ts'

/** Shortcodes name a source: from the page's folder, from the root of the content, or by its bare name. */
export function* byName(grounds: Grounds, { site }: ServedSite, document: Document, name: string): Generator<Lookup> {
  const { project, names } = grounds
  const named = (it: string) => pageAt(project, names().get(`*/${logical(it)}`))
  if (site.generator === 'jekyll') {
    for (const place of [joinPath(site.source, name), joinPath(site.source, `_posts/${name}.md`)]) {
      if (place !== undefined)
        yield { how: 'source of the site', place, found: project.files.has(place) ? pageAt(project, place) : undefined }
    }
    // A post is known by its date and name, wherever it stands.
    if (/(?:^|\/)\d{4}-\d\d-\d\d-/.test(name))
      yield { how: 'post of that name', place: name, found: named(splitPath(name).name) }
    return
  }
  yield* fromSources(
    document,
    site,
    name,
    (place) => pageAt(project, names().get(logical(place))) ?? otherPage(project, place),
  )
  if (!name.includes('/')) yield { how: 'page of that name', place: name, found: named(name) }
}

function pageAt(project: Project, path: string | undefined): Served | undefined {
  return path === undefined ? undefined : { kind: 'document', path, unbuilt: project.pages.unbuilt(path) }
}

/** Pages need not be Markdown. */
const otherPages = ['html', 'adoc', 'org', 'rst'].flatMap((it) => [`.${it}`, `/index.${it}`, `/_index.${it}`])

function otherPage({ files }: Project, place: string): Served | undefined {
  const bare = place.replace(/\/$/, '')
  const path = otherPages.map((it) => bare + it).find((it) => files.has(it))
  return path === undefined ? undefined : { kind: 'file', path }
}

function* fromSources(
  document: Document,
  site: Site,
  name: string,
  page: (place: string) => Served | undefined,
): Generator<Lookup> {
  const root = contentAround(site, document.path)?.folder ?? site.source
  for (const folder of name.startsWith('/') ? [root] : [splitPath(document.path).folder, root]) {
    const place = joinPath(folder, name.replace(/^\//, ''))
    if (place !== undefined) yield { how: `page below "${folder}"`, place, found: page(place) }
  }
}

/** `limits.fr.md`: who names a page leaves its language out. */
const language = /\.[a-z]{2}(?:-[a-z]{2,4})?(?=\.(?:md|markdown)$)/i

/** Pages by logical path, and by bare name after a star. */
export function indexNames(project: Project): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const path of project.documents.keys()) {
    if (!isMarkdown(path)) continue
    for (const name of new Set([logical(path), logical(path.replace(language, ''))]))
      for (const it of [name, `*/${splitPath(name).name}`]) if (!names.has(it)) names.set(it, path)
  }
  return names
}

/** Docusaurus: `../orders/create` beside `docs/02-orders/01-new.md`, whose id is `create`: the browser reads it from the page's address, in any version. */
export function* byRoute({ project, routes }: Grounds, { path: from }: Document, link: string): Generator<Lookup> {
  const place = routePlace(from, link)
  if (place === undefined) return
  const how = `page that goes by the name, seen from ${splitPath(docId({ path: from })).folder}`
  yield { how, place, found: pageAt(project, routes().get(place)) }
}

/** What a relative link asks for, to who makes addresses of the names of pages. */
export function routePlace(from: string, link: string): string | undefined {
  return pathFrom(docId({ path: from }), link.replace(/\/$/, ''))
}

/** Pages of Docusaurus, and those that call themselves otherwise than their files, by what stands for their paths in URLs. */
export function indexRoutes(project: Project): ReadonlyMap<string, string> {
  const routes = new Map<string, string>()
  const hasOne = onceEach((folder: string) => pagesIn(project, folder) === 1)
  for (const [path, { facts }] of project.documents) {
    if (!isMarkdown(path)) continue
    const page = { path, frontMatter: facts.frontMatter?.data }
    for (const it of routesOf(page, project.site(path), hasOne)) if (!routes.has(it)) routes.set(it, path)
  }
  return routes
}

/** How many pages a folder has, in whatever languages. */
function pagesIn({ files }: Project, folder: string): number {
  return new Set(files.names(folder).flatMap((it) => (isMarkdown(it) ? it.split('.', 1) : []))).size
}

function routesOf(
  page: Pick<PageSource, 'path' | 'frontMatter'>,
  { generator }: Site,
  hasOne: (folder: string) => boolean,
): string[] {
  const slug = docSlug(page)
  const slugs = slug === undefined ? [] : [slug]
  if (generator === 'docusaurus') return [...slugs, docId(page)]
  if (generator !== 'none' || page.frontMatter === undefined) return []
  const { folder } = splitPath(page.path)
  // The only page of a folder gives that its name, with Grav.
  if (slug !== undefined && hasOne(folder)) slugs.push(slug.replace(/[^/]*\/(?=[^/]*$)/, ''))
  const address = own(page, 'permalink')
  const beside = address === undefined || address.startsWith('/') ? undefined : joinPath(folder, address)
  return [...slugs, ...(own(page, 'id') === undefined ? [] : [docId(page)]), ...(beside === undefined ? [] : [beside])]
}

/** `user-pages` beside `05.User-pages.md`: numbers only sort, and whoever leaves out the extension means what some program shows. */
export function* byNumber({ project, numbered }: Grounds, { path: from }: Document, link: string): Generator<Lookup> {
  if (numbered().size === 0 || /\.\w+$/.test(link)) return
  const place = routePlace(from, link)
  if (place === undefined) return
  // Some sites show all of them in one folder.
  const bare = /^[\w-]+$/.test(link) ? numbered().get(`*/${link.toLowerCase()}`) : undefined
  const found = pageAt(project, numbered().get(place.toLowerCase()) ?? bare)
  yield { how: 'page of that name behind a number', place, found }
}

/** Pages whose files are numbered, without the numbers and in lower case. */
export function indexNumbered(project: Project): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const path of project.documents.keys()) {
    if (!/(?:^|\/)\d/.test(path) || !isMarkdown(path)) continue
    const name = docId({ path })
    if (path.startsWith(name)) continue
    found.set(name.toLowerCase(), path)
    // Grav calls a page by its folder.
    const { folder, name: bare } = splitPath(name.toLowerCase())
    const isOfFolder = !path.toLowerCase().startsWith(`${folder}/`)
    for (const it of [...(isOfFolder ? [folder] : []), `*/${bare}`]) if (!found.has(it)) found.set(it, path)
  }
  return found
}

/** Hugo's logical path: no extension, no index, no case. */
function logical(path: string): string {
  return path
    .toLowerCase()
    .replace(/\.(?:md|markdown|html)$/, '')
    .replace(/\/_?index$/, '')
    .replace(/\/$/, '')
}
