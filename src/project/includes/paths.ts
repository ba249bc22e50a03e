import { joinPath, pathFrom } from '../../paths.ts'
import type { IncludeSpec } from '../../site/include-spec.ts'
import type { Document, Include, Site } from '../../types.ts'

/** One way from a target to a file: a folder, and how the file is called there. */
export interface Spelling {
  folder: string
  /** `*` stands for the last part of the target. */
  name: string
}

/** What a mechanism looks for. */
export interface Wanted {
  /** The target, in the form of a path relative to each of the spellings' folders. */
  path: string
  spellings: Spelling[]
  /** An absolute path of the machine: outside, wherever it leads. */
  absolute: boolean
  /** The spellings are guesses, and the habit of the site decides. */
  guessed: boolean
}

export function wanted(document: Document, { target }: Include, spec: IncludeSpec, site: Site): Wanted {
  const { path, roots, absolute } = splitPrefix(clean(target, spec), spec)
  const configured = site.includeRoots[spec.name]?.map((it) => `=${it}`)
  const folders = (roots ?? configured ?? spec.roots).flatMap((root) => foldersOf(root, document, site))
  const names = spec.names ?? ['*']
  return {
    path,
    absolute,
    guessed: spec.infer === true && roots === undefined && configured === undefined,
    spellings: folders.flatMap((folder) => names.map((name) => ({ folder, name }))),
  }
}

/** The file that a spelling means; `undefined` when it would leave the project. */
export function spell({ folder, name }: Spelling, path: string): string | undefined {
  const last = path.lastIndexOf('/') + 1
  return joinPath(folder, path.slice(0, last) + name.replace('*', () => path.slice(last)))
}

/** What an author would write for another file in the folder of a target, where the spelling can say it. */
export function unspell({ name }: Spelling, target: string, file: string): string | undefined {
  const [before = '', after = ''] = name.split('*')
  if (!file.startsWith(before) || !file.endsWith(after) || file.length <= before.length + after.length) return undefined
  const folder = /^(?:.*[\\/])?/.exec(target)?.[0] ?? ''
  return folder + file.slice(before.length, file.length - after.length)
}

function clean(target: string, { dotted }: IncludeSpec): string {
  return dotted ? target.replaceAll('.', '/') : target.replaceAll('\\', '/')
}

function splitPrefix(
  path: string,
  { prefixes = {} }: IncludeSpec,
): { path: string; roots?: string[]; absolute: boolean } {
  for (const [prefix, root] of Object.entries(prefixes)) {
    if (path.startsWith(prefix)) return { path: path.slice(prefix.length), roots: [root].flat(), absolute: false }
  }
  if (/^(?:\/|[A-Za-z]:[/\\])/.test(path)) return { path: path.replace(/^\/+/, ''), roots: ['/', '~'], absolute: true }
  return { path, absolute: false }
}

/** Where a site keeps a folder for each language, "/" is that of the page's own before it is the one around them. */
function foldersOf(root: string, document: Document, site: Site): string[] {
  const folder = folderOf(root, document, site)
  const around = `${site.source}/`
  const content =
    root === '/' &&
    site.contents.find((it) => it.folder.startsWith(around) && document.path.startsWith(`${it.folder}/`))
  return [...(content ? [content.folder] : []), ...(folder === undefined ? [] : [folder])]
}

/** `=x` is a folder of the project; the others are the signs of `IncludeSpec.roots`. */
function folderOf(root: string, document: Document, site: Site): string | undefined {
  if (root.startsWith('=')) return root.slice(1)
  if (root.startsWith('/')) return joinPath(site.source, root.slice(1))
  if (root.startsWith('~')) return joinPath(site.root, root.slice(2))
  return root === '' ? '' : pathFrom(document.path, root)
}

/** Variables, templates, patterns and addresses: cannot be told from the text. */
export function isDynamic(target: string): boolean {
  return /[{}*$|]|<%|^[a-z][a-z0-9+.-]+:/i.test(target)
}
