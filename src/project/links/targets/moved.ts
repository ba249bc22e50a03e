import { join } from '../../../site/url-forms.ts'
import type { Site } from '../../../types.ts'
import type { Project } from '../../types/project.ts'

/** Which URL paths the site's config sends elsewhere: as it lists them, and by their patterns. */
export function movedPaths({ address: { redirects } }: Site): (url: string) => boolean {
  const exact = new Set(redirects.flatMap((it) => spellings(rooted(it))))
  const patterns = redirects.filter((it) => /\*$|\/:/.test(it)).map((it) => rooted(it).split('/'))
  const ends = redirects.filter((it) => /^\*\/[^*]+$/.test(it)).map((it) => it.slice(1))
  const isEnd = (url: string) => ends.some((it) => url.endsWith(it) || url.replace(/\.md$/, '').endsWith(it))
  return (url) =>
    exact.has(url) ||
    (ends.length > 0 && isEnd(url)) ||
    (patterns.length > 0 && patterns.some((it) => fits(it, url.replace(/(?<=.)\/$/, '').split('/'))))
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  const open = pattern.at(-1) === '*'
  const fixed = open ? pattern.slice(0, -1) : pattern
  if (open ? segments.length < fixed.length : segments.length !== fixed.length) return false
  return fixed.every((it, at) => it === segments[at] || it.startsWith(':'))
}

/** Lists of pages to which the sidebars of Docusaurus give an address. */
export function generatedIndexes({ documents }: Project, { generator, contents }: Site, paths: readonly string[]) {
  const sidebars = paths.filter((it) => generator === 'docusaurus' && /sidebars?[\w.-]*\.[cm]?[jt]s(?:on)?$/.test(it))
  const texts = sidebars.map((it) => documents.get(it)?.text ?? '').join('\n')
  const slugs = texts.matchAll(/(?<![\w$])slug['"]?\s*:\s*(['"`])\/?([^'"`\n]{1,200})\1/g)
  const urls = Array.from(slugs, ([, , slug = '']) => contents.map(({ route }) => join(route, slug)))
  return new Set(urls.flat().flatMap(spellings))
}

/** As URLs of a site begin. */
export function rooted(url: string): string {
  return url.startsWith('/') ? url : `/${url}`
}

/** A redirect holds with and without its slash. */
export function spellings(url: string): string[] {
  const bare = url.replace(/\/(?:index\.html)?$/, '')
  return [url, bare === '' ? '/' : bare, `${bare}/`, url.replace(/\.html$/, '')]
}
