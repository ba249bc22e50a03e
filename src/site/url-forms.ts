import { member, text } from '../parse/json.ts'
import type { JsonNode, Site } from '../types.ts'

/** A source file as the generator sees it. */
export interface PageSource {
  /** Inside its content folder. */
  path: string
  /** URL path of that folder, without slashes around it. */
  route: string
  frontMatter?: JsonNode
  settings: Site['settings']
}

/** `/a/b.html` is also reached as `/a/b`, and an index as its folder. */
export function asFile(route: string, path: string): string[] {
  const stem = join(route, path)
  const folder = /^(.*\/)index$/.exec(stem)?.[1]
  return folder === undefined ? [`${stem}.html`, stem] : folderUrls(folder)
}

/** `/a/b/` is also reached without its slash. */
export function asFolder(route: string, path: string): string[] {
  return folderUrls(join(route, path.replace(/(^|\/)(?:index|readme)$/i, '$1')))
}

/** What a page is called that stands at a URL, its extension left out: `a/b/index.html` may be the page `a/b` too. */
export function pageNames(url: string): string[] {
  const name = url.replace(/\.html?$|\/$/, '')
  const folder = /^(.+)\/index$/.exec(name)?.[1]
  return folder === undefined || name === url ? [name] : [name, folder]
}

export function folderUrls(url: string): string[] {
  const bare = url.replace(/\/+$/, '')
  return bare === '' ? ['/', '/index.html'] : [`${bare}/`, bare, `${bare}/index.html`]
}

export function join(...parts: string[]): string {
  return `/${parts
    .map((it) => it.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`
}

/** Markdown, templates and HTML lose their extension: `index.html.md.erb` is `index`. */
export function stem(path: string): string {
  return path.replace(/\.(?:md|markdown|mdown|mkd|mdx|rst|html?|tsx|jsx|ts|js|astro)(?:\.erb)?$/i, '')
}

export function own(page: Pick<PageSource, 'frontMatter'>, key: string): string | undefined {
  const value = text(member(page.frontMatter, key))?.trim()
  return value === '' ? undefined : value
}

/** An address as an author gave it. */
export function given(url: string): string[] {
  const address = join(url)
  if (url.endsWith('/')) return folderUrls(address)
  return /\.html$/.test(address)
    ? [address, address.replace(/\.html$/, '')]
    : [address, `${address}/`, `${address}.html`]
}
