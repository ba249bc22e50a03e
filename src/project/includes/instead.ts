import { grouped, onlyOne } from '../../grouped.ts'
import { isBelow, prefixOf, splitPath } from '../../paths.ts'
import { nearest } from '../../spelling.ts'
import { wordsOf } from '../../text.ts'
import type { FileTree } from '../../types.ts'
import type { Instead } from '../types/includes.ts'
import { type Spelling, unspell } from './paths.ts'

/** The name of a file, taken apart: a folder is asked about again and again, where its files were moved. */
interface Name {
  name: string
  lower: string
  extension: string
  stem: string
  words: ReadonlySet<string>
}

/** What one folder holds. */
export type Siblings = readonly Name[]

export function siblingsIn(files: FileTree, folder: string): Siblings {
  return files.names(folder).map(nameOf)
}

function nameOf(name: string): Name {
  const own = stem(name)
  return { name, lower: name.toLowerCase(), extension: extension(name), stem: own, words: new Set(wordsOf(own)) }
}

/**
 * What stands where a missing file was expected. `taken` are files that the same list names already: whoever
 * renames a file does not list it twice. A false friend is worse than silence, so versions must agree.
 */
export function insteadOf(
  folderOf: (folder: string) => Siblings,
  missing: string,
  spelling: Spelling,
  target: string,
  taken: ReadonlySet<string>,
): Instead | undefined {
  const { folder, name } = splitPath(missing)
  const own = nameOf(name)
  const pathOf = (sibling: string) => prefixOf(folder) + sibling
  const siblings = folderOf(folder).filter((it) => it.name !== name && sameKind(it, own) && !taken.has(pathOf(it.name)))
  const found = (sibling: Name | undefined, change: Instead['change']): Instead | undefined =>
    sibling && { path: pathOf(sibling.name), name: unspell(spelling, target, sibling.name), change }
  return (
    found(
      siblings.find((it) => it.lower === own.lower),
      'case',
    ) ??
    found(
      siblings.find((it) => it.stem === own.stem),
      'extension',
    ) ??
    found(
      siblings.find((it) => sameWords(it.words, own.words)),
      'renamed',
    ) ??
    found(nearestName(own, siblings), 'renamed')
  )
}

/** The one file of that name below a folder: a file that was moved. */
export function movedTo(byName: FilesByName, missing: string, within: string): string | undefined {
  const found = byName.get(splitPath(missing).name) ?? []
  return onlyOne(found.filter((it) => isBelow(it, within)))
}

export type FilesByName = ReadonlyMap<string, readonly string[]>

export function filesByName({ paths }: FileTree): FilesByName {
  return grouped(paths, (path) => splitPath(path).name)
}

/** Documents are not replaced by pictures. */
function sameKind({ extension: a }: Name, { extension: b }: Name): boolean {
  return a === b || (texts.test(a) && (b === '' || texts.test(b))) || (codes.test(a) && codes.test(b))
}

const texts = /^\.(?:md|markdown|mdx|mdown|erb|html?|txt)$/
const codes = /^\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|cs|fs|php|sh|bash|ps1|json|ya?ml|toml|xml|sql)$/

function extension(name: string): string {
  return /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''
}

function stem(name: string): string {
  return name.replace(/(?:\.(?:md|markdown|mdx|mdown|erb|html?|txt))+$|\.[^.]*$/i, '')
}

/** Renames shuffle and drop words, but most stay the same. */
function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  return few.size > 2 && few.size >= many.size * 0.7 && [...few].every((it) => many.has(it))
}

/** At most two edits, and three in a long name; `v3` is never taken for `v4`, nor a bare number for another. */
function nearestName({ stem: own }: Name, siblings: Siblings): Name | undefined {
  const limit = own.length < 5 ? 1 : own.length < 16 ? 2 : 3
  const stems = siblings.flatMap(({ stem: it }) => (version(it) === version(own) ? it : []))
  const near = nearest(own, stems, limit)
  return siblings.find(({ stem: it }) => it === near)
}

function version(name: string): string {
  return /\d+/.exec(name)?.[0] ?? ''
}
