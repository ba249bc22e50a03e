import type { Site } from '../types.ts'
import { isMapping, setting } from './settings.ts'

/** How a site that is translated page by page keeps its languages. What one lacks is shown in the standard one. */
export interface Languages {
  all: readonly string[]
  standard: string
  /** `fr/limits.md`; else `limits.fr.md`. */
  inFolders: boolean
}

/** What the plugin `i18n` of MkDocs is told, now in a list and once in a mapping. */
export function languagesOf({
  generator,
  settings: { plugins },
}: Pick<Site, 'generator' | 'settings'>): Languages | undefined {
  const i18n = [plugins].flat().flatMap((it) => setting(it, 'i18n') ?? [])[0]
  if (generator !== 'mkdocs' || !isMapping(i18n)) return undefined
  const list = setting(i18n, 'languages')
  const languages = Array.isArray(list) ? list : Object.keys(isMapping(list) ? list : {}).map((locale) => ({ locale }))
  const standard = setting(i18n, 'default_language') ?? languages.find((it) => setting(it, 'default') === true)?.locale
  const all = languages.flatMap((it) => String(setting(it, 'locale') ?? ''))
  return { all, standard: String(standard ?? all[0] ?? ''), inFolders: setting(i18n, 'docs_structure') === 'folder' }
}

/** `limits.fr`: the page `limits` in French, which stands below `fr` where that is not the standard language. */
export function languageIn(site: Pick<Site, 'generator' | 'settings'>, path: string): [folder: string, name: string] {
  const [, name = '', language = ''] = /^(.*[^/])\.([\w-]+)$/.exec(path) ?? []
  const languages = name === '' ? undefined : languagesOf(site)
  if (!languages || languages.inFolders || !languages.all.includes(language)) return ['', path]
  return [language === languages.standard ? '' : language, name]
}
