import { shelve } from '../grouped.ts'
import { splitPath } from '../paths.ts'
import { once } from '../project/once.ts'
import { byCodeUnit } from '../text.ts'
import type { FileTree } from '../types.ts'

/** A file tree from a list of paths: what a disk scan found, or what a test made up. */
export function makeTree(paths: Iterable<string>): FileTree {
  const files = new Set(paths)
  const folders = new Set<string>([''])
  for (const path of files) {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  const sorted = [...files].sort(byCodeUnit)
  const names = once(() => byFolder(sorted))
  return {
    has: (path) => files.has(path),
    hasDirectory: (path) => folders.has(path),
    names: (folder) => names().get(folder) ?? [],
    paths: sorted,
  }
}

function byFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  for (const path of paths) {
    const { folder, name } = splitPath(path)
    shelve(folders, folder, name)
  }
  return folders
}
