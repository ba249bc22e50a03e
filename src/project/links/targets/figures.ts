import { pathFrom, prefixOf } from '../../../paths.ts'
import { contentAround } from '../../../site/contents.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { Lookup, ServedSite } from '../../types/targets.ts'
import { joinUrl } from './reference.ts'
import type { Tally } from './tallies.ts'
import type { Asking, PathReference } from './types.ts'

/** Where themes keep what their tags show. */
const usual = ['', 'media/', 'images/', 'img/']

/**
 * `{{< figure src="lids/red.png" >}}`: many themes have a tag of that name, which look below the root, or among the resources of the
 * site. What the bundle of a page has is there for its translations, too.
 */
export function* figurePlaces(
  { files }: Project,
  home: ServedSite,
  { path: from }: Document,
  path: string,
): Generator<Lookup> {
  yield { how: 'URL of the built site', place: path, found: home.get(joinUrl('/', path)) }
  const inside = joinUrl('/', path).slice(1)
  const folders = [`${prefixOf(home.site.root)}assets`, ...home.site.assets]
  const resources = folders.flatMap((folder) => usual.map((it) => `${folder}/${it}${inside}`))
  const own = partOf(home, from)
  const bundles = path.startsWith('/') || own === undefined ? [] : home.site.contents.map(({ folder }) => folder)
  const shared = bundles.flatMap((it) => pathFrom(it + from.slice(own?.length), path) ?? [])
  for (const place of [...resources, ...shared])
    if (files.has(place)) yield { how: 'resource of the site', place, found: { kind: 'file', path: place } }
}

/** An image of the site that a tag shows. */
export function isFigure({ kind }: Asking, { host }: PathReference): boolean {
  return kind === 'figure' && host === undefined
}

/** The images that are counted together: of a language, where each has its own folder. */
export function figuresOf(home: ServedSite, path: string): string {
  return `figures of ${partOf(home, path) ?? ''}`
}

/** Why nothing can be said about an image: the pages around do not show where the tag looks, nor do those that this one translates. */
export function whatFigureLacks(
  { files }: Project,
  home: ServedSite,
  path: string,
  tallies: ReadonlyMap<string, Tally> | undefined,
): string | undefined {
  if (isProof(tallies?.get(figuresOf(home, path)))) return undefined
  const own = partOf(home, path)
  const isShown = home.site.contents.some(({ folder }) => {
    if (own === undefined || folder === own || !isProof(tallies?.get(`figures of ${folder}`))) return false
    return files.has(folder + path.slice(own.length))
  })
  return isShown ? undefined : 'too few of the images that the tag shows are where docs-lint looks'
}

function partOf({ site }: ServedSite, path: string): string | undefined {
  return contentAround(site, path)?.folder
}

/** Who writes a tag of that name is free to look elsewhere: a few that are found, and few that are not, show that it does not. */
function isProof(tally: Tally | undefined): boolean {
  return tally !== undefined && tally.resolved.size >= 3 && tally.resolved.size >= 2 * tally.failed.size
}
