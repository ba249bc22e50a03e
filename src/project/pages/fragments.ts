import { getOrAdd } from '../../grouped.ts'
import { prefixOf, splitPath } from '../../paths.ts'
import { contentAround } from '../../site/contents.ts'
import { isMarkdown } from '../../site/urls.ts'
import type { Site } from '../../types.ts'
import { isUnread } from '../documents.ts'
import { once, onceEach } from '../once.ts'
import type { PageIndex, Step } from '../types/pages.ts'
import type { Project } from '../types/project.ts'

const folderName =
  /(?:^|\/)(?:_[^/]*|includes?|partials?|snippets?|fragments?|reusables?|shared|common-content|transclusions?)\//

/** Tells documents that are pages from those that are only ever shown inside others. */
export function indexFragments(project: Project): Pick<PageIndex, 'isFragment' | 'isUnused'> {
  const shown = (path: string) => project.pages.includers(path).some((it) => assembles(it, project))
  const places = once(() => countPlaces(project))
  return {
    isFragment: onceEach((path) => {
      const site = project.site(path)
      return (
        neverBuilt(path, site) ||
        isAmongParts(project, path, site) ||
        (shown(path) && (looksLike(path, site) || !stands(project, path, site)))
      )
    }),
    isUnused(path) {
      const place = placeOf(path, project.site(path))
      const count = place === undefined ? undefined : places().get(place)
      if (!count || isIncluded(project, path) || !isMarkdown(path) || count.used <= count.unused) return false
      const document = project.documents.get(path)
      return document !== undefined && !isUnread(document)
    },
  }
}

function isIncluded({ pages }: Project, path: string): boolean {
  return pages.includers(path).length > 0
}

/** A list in front matter means something to Slate and its kin; for any other generator it is no more than data. */
function assembles({ document, include }: Step, project: Project): boolean {
  if (include.literal) return false
  return (
    include.mechanism !== 'front-matter' || ['slate', 'shins', 'none'].includes(project.site(document.path).generator)
  )
}

/** By the generator's own convention. */
function neverBuilt(path: string, { generator, root }: Site): boolean {
  const inside = path.slice(prefixOf(root).length)
  if (['docusaurus', 'starlight', 'slate', 'shins'].includes(generator)) return /(?:^|\/)_/.test(inside)
  return generator === 'mintlify' && inside.startsWith('snippets/')
}

/** `_cups.md` beside `_pots.md` and `_teas.md`, and no page: another project puts them together. */
function isAmongParts({ files }: Project, path: string, { generator }: Site): boolean {
  const { folder, name } = splitPath(path)
  if (generator !== 'none' || !name.startsWith('_')) return false
  const pages = files.names(folder).filter(isMarkdown)
  return pages.length > 2 && pages.every((it) => it.startsWith('_'))
}

/** Called or stored like a fragment. */
function looksLike(path: string, { root }: Site): boolean {
  const inside = path.slice(prefixOf(root).length)
  return splitPath(inside).name.startsWith('_') || folderName.test(inside)
}

/** Whether the site makes a page of it that stands by itself. */
function stands(project: Project, path: string, site: Site): boolean {
  if (!contentAround(site, path)) return false
  const unbuilt = project.pages.unbuilt(path)
  return unbuilt !== 'no-front-matter' && unbuilt !== 'not-in-summary'
}

/** The folder that fragments are kept in, and whose contents are counted together. */
function placeOf(path: string, site: Site): string | undefined {
  const folder = folderName.exec(path)
  // What says something of a whole folder is none of its fragments.
  if (splitPath(path).name === '_index.md') return undefined
  if (folder) return path.slice(0, folder.index + folder[0].length)
  return splitPath(path).name.startsWith('_') && neverBuilt(path, site) ? `${splitPath(path).folder}/_` : undefined
}

/** A folder is one of fragments when most of what it holds is included: habit decides, not its name. */
function countPlaces(project: Project) {
  const places = new Map<string, { used: number; unused: number }>()
  for (const path of project.documents.keys()) {
    const place = isMarkdown(path) ? placeOf(path, project.site(path)) : undefined
    if (place === undefined) continue
    getOrAdd(places, place, () => ({ used: 0, unused: 0 }))[isIncluded(project, path) ? 'used' : 'unused']++
  }
  return places
}
