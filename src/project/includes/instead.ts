import { distance } from 'fastest-levenshtein'
import { grouped } from '../../grouped.ts'
import { byCodeUnit, splitPath } from '../../text.ts'
import type { FileTree } from '../../types.ts'
import { type Spelling, unspell } from './paths.ts'

/** What exists in place of a missing file, and what must have happened to it. */
export interface Instead {
  path: string
  /** What an author would write to include it, where the mechanism can say it. */
  name?: string
  change: 'case' | 'extension' | 'renamed' | 'moved'
}

/**
 * What stands where a missing file was expected. `taken` are files that the same list names already: whoever
 * renames a file does not list it twice. A false friend is worse than silence, so versions must agree.
 */
export function insteadOf(
  files: FileTree,
  missing: string,
  spelling: Spelling,
  target: string,
  taken: ReadonlySet<string>,
): Instead | undefined {
  const { folder, name } = splitPath(missing)
  const pathOf = (sibling: string) => (folder ? `${folder}/${sibling}` : sibling)
  const siblings = files.names(folder).filter((it) => it !== name && sameKind(it, name) && !taken.has(pathOf(it)))
  const found = (sibling: string | undefined, change: Instead['change']): Instead | undefined =>
    sibling === undefined ? undefined : { path: pathOf(sibling), name: unspell(spelling, target, sibling), change }
  return (
    found(
      siblings.find((it) => it.toLowerCase() === name.toLowerCase()),
      'case',
    ) ??
    found(
      siblings.find((it) => stem(it) === stem(name)),
      'extension',
    ) ??
    found(
      siblings.find((it) => sameWords(stem(it), stem(name))),
      'renamed',
    ) ??
    found(nearestName(name, siblings), 'renamed')
  )
}

/** The one file of that name below a folder: a file that was moved. Names that every folder has say nothing. */
export function movedTo(byName: FilesByName, missing: string, within: string): string | undefined {
  const { name } = splitPath(missing)
  if (/^_?(?:index|readme|intro(?:duction)?|overview|getting-started|summary)\./i.test(name)) return undefined
  const prefix = within === '' ? '' : `${within}/`
  const found = (byName.get(name) ?? []).filter((it) => it.startsWith(prefix))
  return found.length === 1 ? found[0] : undefined
}

export type FilesByName = ReadonlyMap<string, readonly string[]>

export function filesByName({ paths }: FileTree): FilesByName {
  return grouped(paths, (path) => splitPath(path).name)
}

/** Documents are not replaced by pictures. */
function sameKind(a: string, b: string): boolean {
  return extension(a) === extension(b) || (isText(a) && (isText(b) || !b.includes('.'))) || (isCode(a) && isCode(b))
}

function isText(name: string): boolean {
  return /\.(?:md|markdown|mdx|mdown|erb|html?|txt)$/i.test(name)
}

function isCode(name: string): boolean {
  return /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|cs|fs|php|sh|bash|ps1|json|ya?ml|toml|xml|sql)$/i.test(name)
}

function extension(name: string): string {
  return /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''
}

function stem(name: string): string {
  return name.replace(/(?:\.(?:md|markdown|mdx|mdown|erb|html?|txt))+$|\.[^.]*$/i, '')
}

/** Renames shuffle and drop words, but most stay the same. */
function sameWords(a: string, b: string): boolean {
  const words = (name: string) => new Set(name.toLowerCase().split(/[.\-_ ]+/))
  const [few, many] = [words(a), words(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  return few.size > 2 && few.size >= many.size * 0.7 && [...few].every((it) => many.has(it))
}

/** At most two edits, and three in a long name; `v3` is never taken for `v4`, nor a bare number for another. */
function nearestName(name: string, siblings: string[]): string | undefined {
  const own = stem(name)
  const limit = own.length < 5 ? 1 : own.length < 16 ? 2 : 3
  return siblings
    .map((it) => ({ it, edits: Math.abs(stem(it).length - own.length) > limit ? limit + 1 : distance(stem(it), own) }))
    .filter(({ it, edits }) => edits <= limit && version(stem(it)) === version(own))
    .sort((a, b) => a.edits - b.edits || byCodeUnit(a.it, b.it))[0]?.it
}

function version(name: string): string {
  return /\d+/.exec(name)?.[0] ?? ''
}
