import { byCodeUnit, nearest, splitPath } from '../../text.ts'
import type { Document, Link } from '../../types.ts'
import type { Project } from '../index.ts'
import { once } from '../once.ts'
import { joinUrl, readUrl } from './reference.ts'
import { isCopied } from './repositories.ts'
import type { ServedSite } from './served.ts'

/** What exists in place of a missing target. */
export interface Near {
  /** The whole URL that the author would have to write. */
  url: string
  /** What must have happened. */
  change: 'case' | 'extension' | 'root' | 'renamed' | 'moved'
}

/** Looks for what a link that leads nowhere must have meant: among URLs where links are URLs, else among files. */
export function nearTo(
  project: Project,
  home: ServedSite,
  document: Document,
  link: Pick<Link, 'kind' | 'url'>,
): Near | undefined {
  const reference = readUrl(link.url)
  if (reference.kind !== 'path' || link.kind === 'shortcode') return undefined
  const asUrl = home.rules.relative[0] === 'url' && link.kind !== 'image'
  const found = asUrl
    ? nearUrl(home, document, reference.path)
    : nearFile(project, home, document, { kind: link.kind, path: reference.path })
  if (!found) return undefined
  const url = link.url.replace(/^((?:https?:)?\/\/[^/?#]*)?[^?#]*/i, (_, host = '') => host + encode(found.path))
  return { change: found.change, url }
}

type Replacement = { path: string; change: Near['change'] }

function nearUrl(home: ServedSite, document: Document, path: string): Replacement | undefined {
  const start = home.urlOf(document.path) ?? '/'
  const names = urlNames(home)
  const found = misrooted(names, start, withoutSlash(path)) ?? similar(names, withoutSlash(joinUrl(start, path)), false)
  if (!found) return undefined
  const rooted = path.startsWith('/') || found.change === 'root'
  const name = path.endsWith('/') && names.folders.has(found.name) ? `${found.name}/` : found.name
  return { change: found.change, path: rooted ? name : relativeUrl(start, name) }
}

function nearFile(
  project: Project,
  { site }: ServedSite,
  document: Document,
  link: { kind: Link['kind']; path: string },
): Replacement | undefined {
  const root = site.source === '' ? '/' : `/${site.source}/`
  const rooted = link.path.startsWith('/')
  const start = rooted || link.kind === 'navigation' ? root : `/${document.path}`
  const found = similar(fileNames(project), joinUrl(start, link.path.replace(/^\/+/, '')), link.kind === 'image')
  if (!found) return undefined
  return {
    change: found.change,
    path: rooted ? fromRoot(found.name, root.slice(0, -1)) : relativeUrl(start, found.name),
  }
}

interface Names {
  /** What is written with a slash behind it. */
  folders: ReadonlySet<string>
  byFolder: ReadonlyMap<string, readonly string[]>
  byLower: ReadonlyMap<string, string>
  byName: ReadonlyMap<string, readonly string[]>
}

/** The URL of a folder is that of a page: its name is what stands before the last slash. */
function withoutSlash(url: string): string {
  return url.length > 1 && url.endsWith('/') ? url.slice(0, -1) : url
}

type Found = { name: string; change: Near['change'] }

function similar(names: Names, place: string, image: boolean): Found | undefined {
  const cased = names.byLower.get(place.toLowerCase())
  if (cased) return { name: cased, change: 'case' }
  const { folder, name } = splitPath(place)
  const siblings = (names.byFolder.get(folder) ?? []).filter((it) => isImage(it) === image)
  const bare = stem(name)
  const stemmed = siblings.find((it) => stem(it) === bare)
  if (stemmed) return { name: `${folder}/${stemmed}`, change: 'extension' }
  // A file may only have lost its folder: its own name elsewhere says more than a similar one here.
  const alike = (names.byName.get(name.toLowerCase()) ?? []).filter((it) => isCopied(place) || !isCopied(it))
  const elsewhere = onlyOne(alike, place)
  if (elsewhere !== undefined && name !== '' && !/^index\b/.test(name)) return { name: elsewhere, change: 'moved' }
  const renamed = name === '' ? undefined : renamedOf(name, siblings)
  return renamed === undefined ? undefined : { name: `${folder}/${renamed}`, change: 'renamed' }
}

function renamedOf(name: string, siblings: readonly string[]): string | undefined {
  const squashed = squash(name)
  return (
    siblings.find((it) => squash(it) === squashed) ??
    siblings.filter((it) => sameWords(it, name)).sort(byCodeUnit)[0] ??
    nearest(name, siblings)
  )
}

/** The page of a name: one, or one and its translations, of which that in the link's own language counts. */
function onlyOne(paths: readonly string[], place: string): string | undefined {
  const [first, ...others] = paths
  if (first === undefined || others.length === 0) return first
  const original = others.reduce((least, it) => (it.length < least.length ? it : least), first)
  if (!paths.every((it) => it.endsWith(original))) return undefined
  const language = place.split('/')[1]
  return paths.find((it) => it !== original && it.split('/')[1] === language) ?? original
}

/** `a/b.html` where `/a/b.html` is meant. */
function misrooted(names: Names, start: string, path: string): Found | undefined {
  const rooted = joinUrl('/', path)
  return start !== '/' && names.byLower.get(rooted.toLowerCase()) === rooted
    ? { name: rooted, change: 'root' }
    : undefined
}

const known = new WeakMap<object, () => Names>()

function urlNames(home: ServedSite): Names {
  return remembered(home, () => makeNames(home.pages))
}

function fileNames(project: Project): Names {
  return remembered(project, () => makeNames(project.files.paths.map((it) => `/${it}`)))
}

function remembered(key: object, make: () => Names): Names {
  const answer = known.get(key) ?? once(make)
  known.set(key, answer)
  return answer()
}

function makeNames(written: readonly string[]): Names {
  const paths = written.map(withoutSlash)
  const folders = new Set(written.flatMap((it) => (it.length > 1 && it.endsWith('/') ? [withoutSlash(it)] : [])))
  const byFolder = new Map<string, string[]>()
  const byName = new Map<string, string[]>()
  for (const path of paths) {
    const { folder, name } = splitPath(path)
    append(byFolder, folder, name)
    append(byName, name.toLowerCase(), path)
  }
  return { folders, byFolder, byName, byLower: new Map(paths.map((it) => [it.toLowerCase(), it])) }
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
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

function encode(path: string): string {
  return path.replaceAll(' ', '%20')
}

function isImage(name: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i.test(name)
}

function stem(name: string): string {
  return name.replace(/\.[a-z]+$/i, '')
}

function squash(name: string): string {
  return stem(name)
    .toLowerCase()
    .replace(/[-_. ]/g, '')
}

/** Renames shuffle and drop words, but the ones that are left stay the same. */
function sameWords(a: string, b: string): boolean {
  const [few, many] = [a, b]
    .map(
      (it) =>
        new Set(
          stem(it)
            .toLowerCase()
            .split(/[-_. ]+/),
        ),
    )
    .sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  return few.size > 2 && [...few].every((it) => many.has(it))
}
