import type { ServedSite } from '../../types/targets.ts'
import { originals } from './translations.ts'

/** Where Docusaurus keeps a version of its pages, and a translation of them. */
const kept =
  /^(?:.*\/)?(?:(?:[\w-]+_)?versioned_docs\/version-[^/]+|i18n\/[^/]+\/docusaurus-plugin-content-[\w-]+(?:\/(?:current|version-[^/]+))?)(?=\/)/

/** The folders in which Docusaurus looks for a source that a page names: that which the page is of, what is shown where a translation is missing, and all others. */
export function contentFolders(home: ServedSite, path: string): string[] {
  const { generator, contents } = home.site
  if (generator !== 'docusaurus') return []
  const folders = contents.map(({ folder }) => folder)
  const own = kept.exec(path)?.[0] ?? folders.find((it) => it === '' || path.startsWith(`${it}/`))
  const steads = own === undefined ? [] : originals(home, `${own}/`).map((it) => it.slice(0, -1))
  return own === undefined ? folders : [...new Set([own, ...steads, ...folders])]
}
