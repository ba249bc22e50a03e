import { isBelow, pathFrom } from '../paths.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** Whether a path leads into another repository, which was not fetched with this one. */
export function loadSubmodules({ tree, read }: Reader): (path: string) => boolean {
  const folders = submoduleFolders(tree.paths, (path) => textIn(read(path)))
  const absent = folders.filter((it) => !tree.hasDirectory(it))
  return (path) => absent.some((it) => isBelow(path, it))
}

/** The folders into which git puts other repositories, which may not have been fetched. */
export function submoduleFolders(paths: readonly string[], textOf: (path: string) => string | undefined): string[] {
  return paths
    .filter((it) => it === '.gitmodules' || it.endsWith('/.gitmodules'))
    .flatMap((path) => {
      const named = (textOf(path) ?? '').matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S[^\n]*)/gm)
      return Array.from(named, ([, it = '']) => pathFrom(path, it.trim()) ?? '').filter((it) => it !== '')
    })
}
