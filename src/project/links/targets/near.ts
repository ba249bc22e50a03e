import { pathFrom, prefixOf, splitPath } from '../../../paths.ts'
import { isMarkdown } from '../../../site/urls.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document, Link } from '../../../types.ts'
import { once, onceEach } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import type { Alike, ServedSite } from '../../types/targets.ts'
import { startsAtRoot } from './lookups.ts'
import { joinUrl } from './reference.ts'
import { type Names, namesOf, withoutSlash } from './similar.ts'
import type { Asking, NearIndex, NearPath, PathReference } from './types.ts'

export function indexNear(project: Project, served: (path: string) => ServedSite): NearIndex {
  const urls = onceEach((home: ServedSite) => namesOf(home.pages))
  const files = once(() => namesOf(project.files.paths.map((it) => `/${it}`)))
  return (document, kind, path) => {
    if (kind === 'shortcode') return undefined
    const home = served(document.path)
    if (kind === 'figure') return nearFigure(files(), home, document, path)
    const isUrl = home.rules.relative[0] === 'url' && kind !== 'image'
    return isUrl ? nearUrl(urls(home), home, document, path) : nearFile(files(), home, document, { kind, path })
  }
}

/** A URL with another path. */
export function withPath(url: string, path: string): string {
  return url.replace(/^((?:https?:)?\/\/[^/?#]*)?[^?#]*/i, (_, host = '') => host + path.replaceAll(' ', '%20'))
}

function nearUrl(names: Names, home: ServedSite, document: Document, path: string): NearPath | undefined {
  const start = home.urlOf(document.path) ?? '/'
  const found = misrooted(names, start, withoutSlash(path)) ?? names.page(withoutSlash(joinUrl(start, path)))
  if (!found) return undefined
  const rooted = path.startsWith('/') || found.change === 'root'
  const name = path.endsWith('/') && names.folders.has(found.name) ? `${found.name}/` : found.name
  return { change: found.change, path: rooted ? name : relativeUrl(start, name) }
}

function nearFile(
  names: Names,
  home: ServedSite,
  document: Document,
  link: { kind: Link['kind']; path: string },
): NearPath | undefined {
  const root = `/${prefixOf(home.site.source)}`
  const rooted = link.path.startsWith('/')
  const start =
    rooted || link.kind === 'navigation' || startsAtRoot(home, link.kind, link.path) ? root : `/${document.path}`
  const asked = joinUrl(start, link.path.replace(/^\/+/, ''))
  const alike = link.kind === 'image' ? names.image(asked) : names.page(asked)
  const found = alike ?? (rooted ? undefined : fromTop(names, link.path))
  if (!found) return undefined
  return {
    // The same path is what a step too many leads away from.
    change: found.name === asked ? 'moved' : found.change,
    path: rooted ? fromRoot(found.name, root.slice(0, -1)) : relativeUrl(start, found.name),
  }
}

/** An image stands in the folder that is asked for, beside the page or below what is served from the root. */
function nearFigure(names: Names, { site }: ServedSite, document: Document, path: string): NearPath | undefined {
  const rooted = path.startsWith('/')
  const bases = site.assets.map((it) => `/${prefixOf(it)}`)
  for (const base of rooted ? bases : [`/${document.path}`, ...bases]) {
    const found = names.image(joinUrl(base, path.replace(/^\/+/, '')))
    if (found === undefined || found.change === 'moved') continue
    return {
      change: found.change,
      path: rooted ? fromRoot(found.name, base.slice(0, -1)) : relativeUrl(base, found.name),
    }
  }
  return undefined
}

/** `a/b.html` where `/a/b.html` is meant. */
function misrooted(names: Names, start: string, path: string): Alike | undefined {
  const rooted = joinUrl('/', path)
  return start !== '/' && names.byLower.get(rooted.toLowerCase()) === rooted
    ? { name: rooted, change: 'root' }
    : undefined
}

/** `guides/pots.md`, which stands there seen from the root, on a page of another folder. */
function fromTop({ byLower }: Names, path: string): Alike | undefined {
  const name = `/${path}`
  return /^\w[^/]*\//.test(path) && byLower.get(name.toLowerCase()) === name ? { name, change: 'moved' } : undefined
}

function relativeUrl(from: string, to: string): string {
  const base = splitPath(from).folder.split('/')
  const parts = to.split('/')
  let same = 0
  while (same < base.length && same < parts.length - 1 && base[same] === parts[same]) same++
  const up = '../'.repeat(base.length - same)
  return up + parts.slice(same).join('/')
}

function fromRoot(path: string, root: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length) : path
}

/** Programs find a page by its name alone, or by its path in their own folder; a path from the root into another folder, or a page in the folder that is called as its own page, is a writer's. */
function isStepOff(from: string, path: string, meant: string): boolean {
  const own = splitPath(from).name.replace(/\.\w+$/, '')
  return meant === `${own}/${path}` || (meant.startsWith('../') && path.includes('/') && pathFrom(from, meant) === path)
}

/** `delte.md` beside `delete.md`, a letter off a page that there is, or a folder off: a slip, whatever becomes of the other links. */
export function isSlip(near: NearIndex, document: Document, { kind }: Asking, { path }: PathReference): boolean {
  const alike = path.startsWith('/') ? undefined : near(document, kind, path)
  if (alike === undefined) return false
  const [meant, name] = [alike.path, path].map((it) => splitPath(it.replace(/\/$/, '')).name) as [string, string]
  if (alike.change === 'moved') return isMarkdown(path) && isStepOff(document.path, path, alike.path)
  return alike.change === 'renamed' && isMistyped(name, meant)
}

/** `docs/lids/red.md` on a page of `docs`, where it stands there seen from the root of the project. */
export function isFromTop({ files }: Project, { path, host }: PathReference): boolean {
  return host === undefined && /^\w[^/]*\//.test(path) && (files.has(path) || files.hasDirectory(path))
}
