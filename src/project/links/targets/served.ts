import { joinPath, prefixOf } from '../../../paths.ts'
import { contentAround } from '../../../site/contents.ts'
import { type Languages, languagesOf } from '../../../site/languages.ts'
import type { PageSource } from '../../../site/url-forms.ts'
import { docId, isMarkdown, redirectsOf, type UrlRules, urlRules } from '../../../site/urls.ts'
import type { FileTree, Site } from '../../../types.ts'
import { frontMatterOf } from '../../documents.ts'
import { once } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import type { Redirect, Served, ServedSite } from '../../types/targets.ts'
import { generatedIndexes, movedPaths, rooted, spellings } from './moved.ts'

const pageFile = /\.(?:html?|tsx|jsx)(?:\.erb)?$/i
/** Files that only one generator makes pages of. */
const ownFile: Record<string, RegExp> = {
  myst: /\.rst$/,
  docusaurus: /(?:^|\/)src\/pages\/(?:[^_][^/]*\/)*[^_/][^/.]*\.[jt]s$/,
  starlight: /(?:^|\/)pages\/(?:[^_/[][^/[]*\/)*[^_/[][^/[]*\.astro$/,
  gatsby: /(?:^|\/)src\/pages\/[^.{[]*\.[jt]s$/,
}

/** `paths` are all files of the site, sorted. */
export function serve(project: Project, site: Site, paths: readonly string[]): ServedSite {
  const rules = rulesOf(project, site, paths)
  const isPage = (path: string) =>
    isMarkdown(path) || pageFile.test(path) || (ownFile[site.generator]?.test(path) ?? false)
  const sources = paths.filter((it) => isPage(it) && !isLayout(it, site))
  const pages = sources.filter((it) => !project.pages.isFragment(it))
  const { urls, own } = pageUrls(project, site, rules, pages)
  const redirects = pages.flatMap((path) => (project.pages.unbuilt(path) ? [] : redirectsFrom(project, site, path)))
  for (const { url, path } of redirects) {
    for (const it of spellings(url)) if (!urls.has(it)) urls.set(it, { kind: 'redirect', path })
  }
  const isMoved = movedPaths(site)
  const indexes = once(() => generatedIndexes(project, site, paths))
  const ids = once(() => new Map(pages.flatMap((path) => idOf(project, site, path))))
  const templates = once(() => templatePages(site, sources))
  const folded = once(() => new Map([...urls].map(([url, served]) => [url.toLowerCase(), served])))
  const languages = languagesOf(site)
  return {
    site,
    rules,
    languages,
    urls,
    redirects,
    pages: [...own].flatMap(([path, url]) => (urls.get(url)?.path === path ? [url] : [])),
    urlOf: (path) => own.get(path),
    byId: (id) => ids().get(id),
    get: (url) =>
      urls.get(url) ??
      untranslated(languages, urls, url) ??
      (rules.fold ? folded().get(url.toLowerCase()) : undefined) ??
      fileAt(project, site, rules, url) ??
      (rules.listings ? listing(project.files, site, url) : undefined) ??
      (url.endsWith('/') ? templates().get(lastName(url)) : undefined) ??
      (isMoved(url) || indexes().has(url) ? { kind: 'moved', path: site.evidence ?? site.root } : undefined),
  }
}

/** `/fr/limits/` shows what stands at `/limits/` where the page is in the standard language alone. */
function untranslated(languages: Languages | undefined, urls: ReadonlyMap<string, Served>, url: string) {
  const language = languages?.inFolders ? undefined : languages?.all.find((it) => url.startsWith(`/${it}/`))
  return language === undefined ? undefined : urls.get(url.slice(language.length + 1))
}

/** Plugins let links name sources, as most links then do. A template that writes Hugo's asks for pages by name, in any case. */
function rulesOf(project: Project, site: Site, paths: readonly string[]): UrlRules {
  const rules = { ...urlRules(site.generator) }
  if (site.generator === 'hugo' && paths.some((it) => it.endsWith('/_markup/render-link.html'))) rules.fold = true
  const bySource: UrlRules = { ...rules, relative: ['file', 'url'], sources: 'always' }
  if (rules.sources === 'always') return rules
  if (convertsLinks(site)) return bySource
  let sources = 0
  let pages = 0
  for (const path of paths) {
    for (const { url } of project.documents.get(path)?.facts.links ?? []) {
      if (/^[^:#?]+\.(?:md|markdown)(?:[#?]|$)/.test(url)) sources++
      else if (/^[^:#?]+(?:\.html|\/)(?:[#?]|$)/.test(url)) pages++
    }
  }
  return sources > pages ? bySource : rules
}

/** Jekyll with the plugin that makes URLs of links to sources; old configs call plugins gems. */
function convertsLinks({ generator, settings }: Site): boolean {
  return generator === 'jekyll' && [settings.plugins, settings.gems].flat().includes('jekyll-relative-links')
}

/** A page that is built wins over one that is not, and the first over a later one. */
function pageUrls(project: Project, site: Site, rules: UrlRules, pages: readonly string[]) {
  const urls = new Map<string, Served>()
  const own = new Map<string, string>()
  for (const path of pages) {
    const served = { kind: 'document', path, unbuilt: project.pages.unbuilt(path) } as const
    const page = pageSource(project, site, path)
    const addresses = page ? rules.urls(page) : []
    if (addresses[0] !== undefined) own.set(path, addresses[0])
    for (const url of addresses) {
      const other = urls.get(url)
      if (!other || (other.unbuilt && !served.unbuilt)) urls.set(url, served)
    }
  }
  return { urls, own }
}

function redirectsFrom(project: Project, site: Site, path: string): Redirect[] {
  const nodes = redirectsOf(site.generator, frontMatterOf(project, path))
  return nodes.flatMap((it) => (it.kind === 'string' ? [{ url: rooted(String(it.value)), path, range: it.range }] : []))
}

function pageSource(project: Project, site: Site, path: string): PageSource | undefined {
  const content = contentAround(site, path)
  if (!content) return undefined
  const inside = path.slice(prefixOf(content.folder).length)
  return { path: inside, route: content.route, frontMatter: frontMatterOf(project, path), settings: site.settings }
}

/** A draft has its id, too: Docusaurus leaves it out of the menu. */
function idOf(project: Project, site: Site, path: string): [string, Served][] {
  const page = pageSource(project, site, path)
  return page ? [[docId(page), { kind: 'document', path }]] : []
}

/** Pages of Jekyll that are HTML may have a permalink, such as `/news/`, too, and only their names are known: one of that name is enough. */
function templatePages({ generator }: Site, sources: readonly string[]): Map<string, Served> {
  const pages = generator === 'jekyll' ? sources.filter((it) => !isMarkdown(it)) : []
  return new Map(pages.map((path) => [lastName(path), { kind: 'file', path }]))
}

function lastName(path: string): string {
  return /([^/]*?)(?:\.html?)?\/?$/.exec(path)?.[1] || 'index'
}

/** Layouts, includes and data are no pages; folders with an underscore are theirs in Jekyll, collections and posts excepted. */
function isLayout(path: string, { generator }: Site): boolean {
  return (
    (generator === 'jekyll' && /(?:^|\/)_(?:layouts|includes|data|sass|plugins|site|drafts)\//.test(path)) ||
    ((generator === 'docusaurus' || generator === 'gatsby') &&
      /\.(?:tsx|jsx)$/.test(path) &&
      !/(?:^|\/)pages\//.test(path))
  )
}

/** Files are served as they are; a source only becomes its page. */
function fileAt(project: Project, site: Site, { sources }: UrlRules, url: string): Served | undefined {
  for (const path of filesAt(site, url)) {
    if (!project.files.has(path)) continue
    if (!isMarkdown(path) || project.pages.unbuilt(path)) return { kind: 'file', path }
    if (sources === 'always') return { kind: 'document', path }
  }
  return undefined
}

/** Which files a site would serve at a URL, from the folders of assets and from among the pages. */
export function* filesAt({ assets, contents }: Site, url: string): Generator<string> {
  for (const { folder, route } of [...assets.map((it) => ({ folder: it, route: '' })), ...contents]) {
    const begin = route === '' ? '/' : `/${route}/`
    const path = url.startsWith(begin) ? joinPath(folder, url.slice(begin.length)) : undefined
    if (path) yield path
  }
}

/** Hugo lists every section; a repository host and the generators of indexes list every folder. */
function listing(files: FileTree, site: Site, url: string): Served | undefined {
  for (const path of filesAt({ ...site, assets: [] }, url)) {
    if (files.hasDirectory(path)) return { kind: 'listing', path }
  }
  return undefined
}
