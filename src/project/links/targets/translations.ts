import { prefixOf } from '../../../paths.ts'
import type { ServedSite } from '../../types/targets.ts'

/** Where generators keep translations, and where what they show in place of one that is missing: Starlight, Docusaurus. */
const kept: readonly (readonly [translation: RegExp, originals: readonly string[]])[] = [
  [/^((?:.*\/)?src\/content\/docs\/)([a-z]{2}(?:-[a-z]{2,4})?)\//i, ['$1', '$1en/']],
  [/^((?:.*\/)?)i18n\/([\w-]+)\/docusaurus-plugin-content-(?:docs-)?([\w-]+)\/(?:current\/)?(?!version-)/, ['$1$3/']],
  [/^((?:.*\/)?)i18n\/([\w-]+)\/docusaurus-plugin-content-docs\/(?=version-)/, ['$1versioned_docs/']],
]

/** The pages that are shown where a translation is missing, which stand as this one does to others. */
export function originals({ site, languages }: ServedSite, path: string): string[] {
  if (languages?.inFolders) {
    const inside = prefixOf(site.source)
    const own = languages.all.find((it) => it !== languages.standard && path.startsWith(`${inside}${it}/`))
    return own === undefined ? [] : [`${inside}${languages.standard}${path.slice(inside.length + own.length)}`]
  }
  return kept.flatMap(([form, stead]) => (form.test(path) ? stead.map((it) => path.replace(form, it)) : []))
}

/** `/limits` of `/fr/limits`, on a page in French or where all that is not translated is shown in French, too; and `/fr/limits` of `/limits`. `/limits.fr`, too, which some make `/fr/limits`. */
export function originalUrls({ site }: ServedSite, from: string, url: string): string[] {
  const own = site.generator === 'none' ? /(?:^|\/)([a-z]{2}(?:-[A-Za-z]{2,4})?)\//.exec(from)?.[1] : undefined
  if (own !== undefined && !url.startsWith(`/${own}/`)) return [`/${own}${url}`]
  const any =
    site.generator === 'docusaurus' || (site.generator === 'jekyll' && site.settings.languages)
      ? /^\/([a-z]{2}(?:-[A-Za-z]{2,4})?)\//.exec(url)?.[1]
      : undefined
  const language = any ?? kept.flatMap(([form]) => form.exec(from)?.[2] ?? [])[0]
  const begin = `/${language}/`
  if (language !== undefined && url.startsWith(begin))
    return [url.slice(begin.length - 1), `/en${url.slice(begin.length - 1)}`]
  const [, named, path] = /^\/([a-z]{2}(?:-[A-Za-z]{2,4})?)(\/.*[^/])\/?$/.exec(url) ?? []
  return site.generator === 'none' && named !== undefined ? [`${path}.${named}`] : []
}

/** What a link may mean that leaves the language to the generator: `limits.fr.md` for `limits.md` on a page in French, and that of the standard language. */
export function languageNames({ languages }: ServedSite, from: string, path: string): string[] {
  if (!languages || languages.inFolders || !/\.\w+$/.test(path)) return [path]
  const named = (language: string) => path.replace(/(?=\.\w+$)/, `.${language}`)
  const own = languages.all.filter((it) => from.includes(`.${it}.`))
  return [...own.map(named), path, named(languages.standard)]
}
