import { shelve } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import { nearest } from '../../../spelling.ts'
import { byCodeUnit, squash, wordsOf } from '../../../text.ts'
import { onceEach } from '../../once.ts'
import type { Alike } from '../../types/targets.ts'
import { isCopied } from './repositories.ts'

/** The names of all that there is, to be asked for one that is like another. */
export interface Names {
  /** What is written with a slash behind it. */
  folders: ReadonlySet<string>
  byLower: ReadonlyMap<string, string>
  /** The name that must have been meant by one that nothing has: of an image, and of all else. */
  image(place: string): Alike | undefined
  page(place: string): Alike | undefined
}

/** The names of one kind. */
interface Kind extends Pick<Names, 'byLower'> {
  byName: ReadonlyMap<string, readonly string[]>
  siblings(folder: string): Siblings
}

/** The names of one folder, the first of each kind. */
interface Siblings {
  names: readonly string[]
  byStem: ReadonlyMap<string, string>
  bySquashed: ReadonlyMap<string, string>
  /** Those of three words and more, and their words. */
  long: readonly { name: string; words: ReadonlySet<string> }[]
}

export function namesOf(written: readonly string[]): Names {
  const paths = written.map(withoutSlash)
  const folders = new Set(written.flatMap((it) => (it.length > 1 && it.endsWith('/') ? [withoutSlash(it)] : [])))
  const byFolder = new Map<string, string[]>()
  const byName = new Map<string, string[]>()
  for (const path of paths) {
    const { folder, name } = splitPath(path)
    shelve(byFolder, folder, name)
    shelve(byName, name.toLowerCase(), path)
  }
  const byLower = new Map(paths.map((it) => [it.toLowerCase(), it]))
  const ofKind = (images: boolean) => {
    const namesIn = (folder: string) => (byFolder.get(folder) ?? []).filter((it) => isImage(it) === images)
    const kind = { byLower, byName, siblings: onceEach((folder: string) => siblingsOf(namesIn(folder))) }
    // All names of a folder are looked at, and a link that leads nowhere asks several times.
    return onceEach((place: string) => similar(kind, place))
  }
  return { folders, byLower, image: ofKind(true), page: ofKind(false) }
}

function siblingsOf(names: readonly string[]): Siblings {
  const backwards = names.toReversed()
  return {
    names,
    byStem: new Map(backwards.map((it) => [stem(it), it])),
    bySquashed: new Map(backwards.map((it) => [squash(stem(it)), it])),
    long: names.map((name) => ({ name, words: new Set(wordsOf(stem(name))) })).filter(({ words }) => words.size > 2),
  }
}

function similar({ byLower, byName, siblings: siblingsIn }: Kind, place: string): Alike | undefined {
  const cased = byLower.get(place.toLowerCase())
  if (cased) return { name: cased, change: 'case' }
  const { folder, name } = splitPath(place)
  const siblings = siblingsIn(folder)
  const stemmed = siblings.byStem.get(stem(name))
  if (stemmed) return { name: `${folder}/${stemmed}`, change: 'extension' }
  if (name === '') return undefined
  // A file may only have lost its folder: its own name elsewhere says more than a similar one here.
  const alike = (byName.get(name.toLowerCase()) ?? []).filter((it) => isCopied(place) || !isCopied(it))
  const elsewhere = inLanguage(alike, place)
  if (elsewhere !== undefined && !/^index\b/.test(name)) return { name: elsewhere, change: 'moved' }
  const renamed = renamedOf(name, siblings)
  return renamed === undefined ? undefined : { name: `${folder}/${renamed}`, change: 'renamed' }
}

function renamedOf(name: string, { names, bySquashed, long }: Siblings): string | undefined {
  return bySquashed.get(squash(stem(name))) ?? sameWords(name, long) ?? nearest(name, names)
}

/** The page of a name: one, or one and its translations, of which that in the link's own language counts. */
function inLanguage(paths: readonly string[], place: string): string | undefined {
  const [first, ...others] = paths
  if (first === undefined || others.length === 0) return first
  const original = others.reduce((least, it) => (it.length < least.length ? it : least), first)
  if (!paths.every((it) => it.endsWith(original))) return undefined
  const language = place.split('/')[1]
  return paths.find((it) => it !== original && it.split('/')[1] === language) ?? original
}

/** The URL of a folder is that of a page: its name is what stands before the last slash. */
export function withoutSlash(url: string): string {
  return url.length > 1 && url.endsWith('/') ? url.slice(0, -1) : url
}

function isImage(name: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i.test(name)
}

function stem(name: string): string {
  return name.replace(/\.[a-z]+$/i, '')
}

/** Renames shuffle and drop words, but the ones that are left stay the same. */
function sameWords(name: string, long: Siblings['long']): string | undefined {
  const own = new Set(wordsOf(stem(name)))
  if (own.size < 3) return undefined
  const same = long.filter(({ words }) => (words.size < own.size ? isAmong(words, own) : isAmong(own, words)))
  return same.map((it) => it.name).sort(byCodeUnit)[0]
}

function isAmong(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  for (const it of few) if (!many.has(it)) return false
  return true
}
