import { items, member, text } from '../parse/json.ts'
import { defaultPermalink } from './jekyll-defaults.ts'
import { setting, string } from './settings.ts'
import { asFile, asFolder, given, join, own, type PageSource, stem } from './url-forms.ts'

/** The URL paths of a page: by its own permalink, by that of its collection, or by where it stands. */
export function jekyll(page: PageSource): string[] {
  const source = sourceOf(page)
  const permalink = own(page, 'permalink') ?? defaultPermalink(page, source.collection || 'pages')
  if (permalink && !permalink.includes(':') && !styles.has(permalink)) return given(permalink)
  if (permalink && source.collection === '' && ofPages.test(permalink)) return given(ofPage(permalink, source))
  const pattern = permalink ?? configured(page, source)
  const url = pattern === undefined ? undefined : filled(styles.get(pattern) ?? pattern, page, source)
  if (url !== undefined && (source.collection !== '' || url.includes('/'))) return given(url)
  if (source.date) return asFile(join(source.folder, ...source.date), source.name)
  const path = page.path.replace(/^_([^/]+\/)/, '$1')
  return isFolder(pattern) ? asFolder(page.route, stem(path)) : asFile(page.route, stem(path))
}

/** Hexo's pages stand where they lie, and its posts where the pattern of the config says. */
export function hexo(page: PageSource): string[] {
  const name = /^_posts\/(?:.*\/)?([^/]+)$/.exec(stem(page.path))?.[1]
  if (name === undefined) return asFile(page.route, stem(page.path))
  const [, year, month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(own(page, 'date') ?? '') ?? []
  const pattern = string(setting(page.settings, 'permalink'))
  if (year === undefined || pattern === undefined) return []
  return given(filled(pattern, page, { collection: 'posts', folder: '', name, date: [year, month, day] }) ?? '')
}

/** Names for patterns; for what is no post, only the last one says something. */
const styles: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['none', '/:categories/:title:output_ext'],
])

interface Source {
  /** `posts`, or the name of another collection; '' for a page. */
  collection: string
  /** Above the posts, or inside the collection. */
  folder: string
  name: string
  date?: [year: string, month: string, day: string]
}

function sourceOf({ path }: PageSource): Source {
  const post = /^(?:(.*)\/)?_posts\/(?:.*\/)?(\d{4})-(\d\d)-(\d\d)-([^/]+)$/.exec(stem(path))
  if (post) {
    const [, folder = '', year = '', month = '', day = '', name = ''] = post
    return { collection: 'posts', folder, name, date: [year, month, day] }
  }
  const [, collection = '', folder = '', name = ''] = /^(?:_([^/]+)\/)?(?:(.*)\/)?([^/]+)$/.exec(stem(path)) ?? []
  return { collection, folder, name }
}

/** The permalink that the config gives to a collection, or to posts and pages as such. */
function configured({ settings }: PageSource, { collection, date }: Source): string | undefined {
  const found = collection === '' ? undefined : setting(settings, 'collections', collection, 'permalink')
  const general = setting(settings, 'permalink')
  const others = isFolder(general) ? '/:collection/:path/' : undefined
  return string(found ?? (date || collection === '' ? general : others))
}

/** For what is no post, only the end of the pattern counts. */
function isFolder(pattern: unknown): boolean {
  return typeof pattern === 'string' && (pattern === 'pretty' || pattern.endsWith('/'))
}

/** The three variables that pages have, and no other. */
const ofPages = /^\/(?:[^:]|:(?:path|basename|output_ext)(?![a-z_]))*$/

function ofPage(pattern: string, { folder, name }: Source): string {
  const values: Record<string, string> = { path: folder, basename: name, output_ext: '.html' }
  return pattern.replace(/:(path|basename|output_ext)/g, (_, it: string) => values[it] ?? '').replace(/\/{2,}/g, '/')
}

/** A pattern with its variables filled in; `undefined` where one is not known, or where it is made for posts only. */
function filled(pattern: string, page: PageSource, { collection, folder, name, date }: Source): string | undefined {
  if (!date && (collection === '' || /:(?:year|month|day|categories)/.test(pattern))) return undefined
  const [year = '', month = '', day = ''] = date ?? []
  const title = own(page, 'slug') ?? name
  const values: Record<string, string> = {
    collection,
    path: join(folder, name).slice(1),
    name,
    title,
    slug: title,
    output_ext: '.html',
    year,
    month,
    day,
    i_month: month.replace(/^0/, ''),
    i_day: day.replace(/^0/, ''),
    short_year: year.slice(2),
    categories: [folder, ...categories(page)].filter(Boolean).join('/'),
  }
  const unknown = [...pattern.matchAll(/:(\w+)/g)].some(([, it = '']) => !Object.hasOwn(values, it))
  return unknown ? undefined : pattern.replace(/:(\w+)/g, (_, it: string) => values[it] ?? '').replace(/\/{2,}/g, '/')
}

function categories({ frontMatter }: PageSource): string[] {
  const node = member(frontMatter, 'categories') ?? member(frontMatter, 'category')
  const words = node?.kind === 'string' ? String(node.value).split(/\s+/) : items(node).flatMap((it) => text(it) ?? [])
  return words.map((it) => it.toLowerCase())
}
