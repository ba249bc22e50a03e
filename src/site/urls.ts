import { slug as githubSlug } from 'github-slugger'
import { member } from '../parse/json.ts'
import type { JsonNode } from '../types.ts'
import { hexo, jekyll } from './jekyll.ts'
import { languageIn } from './languages.ts'
import { setting } from './settings.ts'
import { asFile, asFolder, folderUrls, given, join, own, type PageSource, stem } from './url-forms.ts'

/** Whether a file is the source of a page; projects also hold documents that are data. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkd|mdx)(?:\.erb)?$/i.test(path)
}

/** How a generator serves pages, and how links on them are read. */
export interface UrlRules {
  /** All URL paths under which a page is reached, its own first. */
  urls(page: PageSource): string[]
  /** Where a relative link starts: in the folder of the source, at the URL of the page, at that URL with a slash behind it, or at the site's root. The first is the generator's own way. */
  relative: readonly ('file' | 'url' | 'folder' | 'root')[]
  /** Whether a link may name the source (`b.md`) in place of the URL; `majority` asks what the site itself does. */
  sources: 'always' | 'majority'
  /** Folder in which images are looked for too. */
  images?: string
  /** The ending of a source that it takes off links: the page is found whatever its file ends with. */
  drops?: RegExp
  /** Whether a folder without an index is a page too. */
  listings?: true
  /** Whether case does not count. */
  fold?: true
  /** Whether links in an included fragment start at the fragment or at the page that includes it. */
  fragments?: 'fragment'
}

function middleman({ path, route }: PageSource): string[] {
  return asFile(route, stem(stem(path)))
}

function mkdocs({ path, route, settings }: PageSource): string[] {
  const plain = setting(settings, 'use_directory_urls') === false
  const [language, name] = languageIn({ generator: 'mkdocs', settings }, stem(path))
  const folder = join(route, language)
  return plain ? asFile(folder, name.replace(/(^|\/)readme$/i, '$1index')) : asFolder(folder, name)
}

/** `01-intro.md` is `intro`, but `2024-01-02-news` and `v1.2` are names. */
const numbered = /^\d+\s*[-_.]+\s*(?=[^-_.\s\d])/

function docusaurus(page: PageSource): string[] {
  const dated = /^(?:(\d{4})[-/](\d\d)[-/](\d\d)[-/])([^/]+?)(?:\/index)?$/.exec(stem(page.path))
  const slug = own(page, 'slug')
  const segments = docId({ path: page.path }).split('/')
  if (dated && slug === undefined) return asFolder(page.route, dated.slice(1).join('/'))
  const name = segments.pop() ?? ''
  if (slug !== undefined)
    return asFolder(page.route, slug.startsWith('/') || dated ? slug : [...segments, slug].join('/'))
  const isIndex = /^(?:index|readme)$/i.test(name) || name.toLowerCase() === segments.at(-1)?.toLowerCase()
  const last = own(page, 'id') ?? name
  const path = [...segments, ...(isIndex ? [] : [last.split('/').at(-1) ?? name])].join('/')
  // Where versions are kept, what is being written is the next one.
  return [...asFolder(page.route, path), ...asFolder(`${page.route}/next`, path)]
}

/** The first version knows a page by its id alone. */
function docusaurus1(page: PageSource): string[] {
  const path = stem(page.path)
  const id = own(page, 'id')
  return asFile(page.route, id === undefined ? path : path.replace(/[^/]*$/, id))
}

/** The name by which a sidebar of Docusaurus calls a page. */
export function docId(page: Pick<PageSource, 'path' | 'frontMatter'>): string {
  const segments = stem(page.path)
    .split('/')
    .map((it) => it.replace(numbered, ''))
  const name = segments.pop() ?? ''
  return [...segments, own(page, 'id') ?? name].join('/')
}

/** The same with the name that the page chose for its URL, if it stays in its folder. */
export function docSlug(page: Pick<PageSource, 'path' | 'frontMatter'>): string | undefined {
  const slug = own(page, 'slug')
  return slug === undefined || slug.startsWith('/')
    ? undefined
    : docId({ path: page.path }).replace(/[^/]*$/, () => slug)
}

function vitepress({ path, route }: PageSource): string[] {
  return asFile(route, stem(path).replace(/(^|\/)readme$/i, '$1index'))
}

function vuepress(page: PageSource): string[] {
  const permalink = own(page, 'permalink')
  // One with variables is a pattern for pages with a date.
  return permalink === undefined || permalink.includes(':') ? vitepress(page) : asFolder('', permalink)
}

function hugo(page: PageSource): string[] {
  const url = own(page, 'url')
  if (url) return url.endsWith('.html') ? given(url) : asFolder('', url)
  const lower = setting(page.settings, 'disablePathToLower') !== true
  const path = stem(page.path)
    .replace(/(^|\/)_?index$/, '$1')
    .replace(/\.[a-z]{2}(?:-[a-z]{2})?$/i, '')
  const slug = own(page, 'slug')
  const named = slug === undefined ? path : path.replace(/[^/]+\/?$/, slug)
  const cased = (lower ? named.toLowerCase() : named).replaceAll(' ', '-')
  // A README is a page like any other, unless a plugin knows better.
  const isReadme = /(?:^|\/)readme$/i.test(cased)
  return [...(isReadme ? folderUrls(join(page.route, cased)) : []), ...asFolder(page.route, cased)]
}

/** A generator that is not known: every common way of serving a page counts, after what the page itself says. */
function anyWay(page: PageSource): string[] {
  const path = stem(page.path)
  const folders = asFolder(page.route, path)
  return [
    ...saidUrls(page),
    ...asFile(page.route, path),
    ...folders,
    ...folders.map(routed).filter((it) => !folders.includes(it)),
  ]
}

/** Some leave out folders in parentheses, and Astro makes words of names. */
function routed(url: string): string {
  const path = url.replaceAll(/\/\([^/()]+\)(?=\/)/g, '')
  return /^(?:\/.*)?\/src\/content\//.test(path) ? path.toLowerCase().replaceAll(' ', '-') : path
}

/** Starlight makes words of the names of folders and files, as of titles; a page may choose its whole address. */
function starlight(page: PageSource): string[] {
  const words = stem(page.path)
    .split('/')
    .map((it) => githubSlug(it))
    .join('/')
  return asFolder(page.route, own(page, 'slug') ?? words)
}

/** Programs make an address of what a page says for it. */
function gatsby(page: PageSource): string[] {
  const said = own(page, 'path') ?? own(page, 'slug') ?? ''
  return [...(said.startsWith('/') ? asFolder('', said) : []), ...anyWay(page)]
}

/** An index is its folder, and a README a page like any other. */
function eleventy(page: PageSource): string[] {
  const path = stem(page.path).replace(/(^|\/)index$/, '$1')
  return [...saidUrls(page), ...folderUrls(join(page.route, path))]
}

/** Where a page says that it is, to whatever builds it. */
export function saidUrls(page: Pick<PageSource, 'frontMatter'>): string[] {
  const permalink = ['permalink', 'route', 'slug'].map((key) => own(page, key)).find((it) => it?.startsWith('/'))
  // One with variables is a pattern.
  return permalink === undefined || permalink.includes(':') ? [] : given(permalink)
}

const unknown: UrlRules = { urls: anyWay, relative: ['file', 'url', 'folder'], sources: 'always', listings: true }

const rules: Record<string, UrlRules> = {
  jekyll: { urls: jekyll, relative: ['url'], sources: 'majority' },
  hexo: { urls: hexo, relative: ['url', 'file'], sources: 'majority' },
  slate: { urls: middleman, relative: ['url'], sources: 'majority', images: 'images' },
  shins: { urls: middleman, relative: ['url'], sources: 'majority', images: 'images' },
  mkdocs: { urls: mkdocs, relative: ['file', 'url'], sources: 'always' },
  docusaurus: { urls: docusaurus, relative: ['file', 'url'], sources: 'always' },
  'docusaurus-1': { urls: docusaurus1, relative: ['file', 'url'], sources: 'always' },
  starlight: { urls: starlight, relative: ['folder', 'file'], sources: 'majority' },
  vitepress: { urls: vitepress, relative: ['file', 'url'], sources: 'always', fragments: 'fragment' },
  rspress: { urls: vitepress, relative: ['file', 'url'], sources: 'always', drops: /\.mdx?$/ },
  vuepress: { urls: vuepress, relative: ['file', 'url'], sources: 'always' },
  hugo: { urls: hugo, relative: ['url', 'file'], sources: 'always', listings: true },
  mdbook: { urls: vitepress, relative: ['file', 'url'], sources: 'always' },
  docfx: {
    urls: anyWay,
    relative: ['file', 'url'],
    sources: 'always',
    fold: true,
    fragments: 'fragment',
    listings: true,
  },
  eleventy: { ...unknown, urls: eleventy },
  gatsby: { ...unknown, urls: gatsby },
  writerside: { ...unknown, images: 'images' },
  // One page shows all others, so links start where it lies, unless an option says otherwise.
  docsify: { ...unknown, relative: ['file', 'url', 'folder', 'root'] },
  mintlify: { urls: anyWay, relative: ['url', 'file'], sources: 'always' },
}

export function urlRules(generator: string): UrlRules {
  return rules[generator] ?? unknown
}

/** URL paths that a page takes over from one that moved: Jekyll's `redirect_from`, Hugo's `aliases`. */
export function redirectsOf(generator: string, frontMatter: JsonNode | undefined): JsonNode[] {
  const key = generator === 'hugo' ? 'aliases' : generator === 'jekyll' ? 'redirect_from' : undefined
  const value = key === undefined ? undefined : member(frontMatter, key)
  return value?.kind === 'array' ? value.items : value === undefined ? [] : [value]
}
