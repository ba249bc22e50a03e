import { contentAround } from '../../../site/contents.ts'
import type { ServedSite } from '../../types/targets.ts'
import { originals } from './translations.ts'

/** Where Docusaurus keeps a version of its pages, and a translation of them. */
const kept =
  /^(?:.*\/)?(?:(?:[\w-]+_)?versioned_docs\/version-[^/]+|i18n\/[^/]+\/docusaurus-plugin-content-[\w-]+(?:\/(?:current|version-[^/]+))?)(?=\/)/

/** The content folder of Docusaurus that a page is of: a version, a translation, or one of the config. */
export function contentFolder({ site }: ServedSite, path: string): string | undefined {
  if (site.generator !== 'docusaurus') return undefined
  return kept.exec(path)?.[0] ?? contentAround(site, path)?.folder
}

/** The folders in which Docusaurus looks for a source that a page names: that which the page is of, what is shown where a translation is missing, and all others. */
export function contentFolders(home: ServedSite, path: string): string[] {
  if (home.site.generator !== 'docusaurus') return []
  const folders = home.site.contents.map(({ folder }) => folder)
  const own = contentFolder(home, path)
  const steads = own === undefined ? [] : originals(home, `${own}/`).map((it) => it.slice(0, -1))
  return own === undefined ? folders : [...new Set([own, ...steads, ...folders])]
}
