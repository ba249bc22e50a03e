import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import fastGlob from 'fast-glob'
import { makeTree } from '../load/tree.ts'
import type { FileTree } from '../types.ts'
import { within } from './inside.ts'
import { besides } from './stamps.ts'

/** What lies below a root. */
export interface Scan {
  tree: FileTree
  /** Paths that are no readable file of the project, but would be asked for: pipes, links that lead nowhere or outside. */
  strange: string[]
  /** Every folder, the root as ''. */
  folders: string[]
  /** Folders that nobody may list. */
  closed: string[]
  /** How many symbolic links there are. */
  links: number
  /** Links to files inside the root → the file's own path. */
  aliases: Map<string, string>
  /** Files below links to folders → the file's own path. */
  repeats: Map<string, string>
}

/** A link to a folder repeats its files; a repository full of such links must not multiply without end. */
const maxRepeated = 100_000

/** Lists a root once. Links are looked at, never followed by the walk: a loop is only a link. */
export function scan(base: string): Scan {
  const { files, folders, links, strange, closed } = list(base)
  const aliases = new Map<string, string>()
  const repeats = new Map<string, string>()
  const linked: string[] = []
  for (const path of links) {
    const target = follow(base, path)
    if (target?.kind === 'folder') {
      for (const file of repeat(path, target.path, files, maxRepeated - repeats.size)) {
        repeats.set(file, target.path + file.slice(path.length))
      }
    } else if (target?.kind === 'file') aliases.set(path, target.path)
    else strange.push(path)
    // A link that leads outside exists, so a page may link to it; what it leads to is nobody's business.
    if (target && target.kind !== 'folder') linked.push(path)
  }
  const tree = makeTree([...files, ...repeats.keys(), ...linked])
  return { tree, folders, strange, closed, links: links.length, aliases, repeats }
}

function list(base: string) {
  const files: string[] = []
  const folders = ['']
  const links: string[] = []
  const strange: string[] = []
  const closed: string[] = []
  const entries = fastGlob.sync('**', {
    cwd: base,
    dot: true,
    followSymbolicLinks: false,
    ignore: besides.flatMap((name) => [`**/${name}`, `**/${name}/**`]),
    objectMode: true,
    onlyFiles: false,
    suppressErrors: true,
    unique: false,
  })
  for (const { path, dirent } of entries) {
    if (dirent.isFile()) files.push(path)
    else if (dirent.isSymbolicLink()) links.push(path)
    else if (!dirent.isDirectory()) strange.push(path)
    else if (mayList(`${base}/${path}`)) folders.push(path)
    else closed.push(path)
  }
  return { files, folders, links, strange, closed }
}

/** The files of a folder under the name of a link to it; none when the link leads to a folder around it. */
function repeat(link: string, target: string, files: string[], limit: number): string[] {
  if (target === '' || `${link}/`.startsWith(`${target}/`)) return []
  return files
    .filter((file) => file.startsWith(`${target}/`))
    .slice(0, limit)
    .map((file) => link + file.slice(target.length))
}

function mayList(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

type Target = { kind: 'file' | 'folder'; path: string } | { kind: 'outside' }

/** Where a link leads in the end; `undefined` for nowhere. */
function follow(base: string, path: string): Target | undefined {
  try {
    const real = realpathSync.native(`${base}/${path}`)
    const inside = within(base, real)
    if (inside === undefined) return { kind: 'outside' }
    const status = statSync(real)
    if (status.isDirectory()) return { kind: 'folder', path: inside }
    return status.isFile() ? { kind: 'file', path: inside } : undefined
  } catch {
    return undefined
  }
}
