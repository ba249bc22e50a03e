import { isBelow, pathFrom, splitPath } from '../paths.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** Whether a path leads into another repository, which was not fetched with this one. */
export function loadSubmodules({ tree, read }: Reader): (path: string) => boolean {
  const folders = tree.paths.filter(namesSubmodules).flatMap((it) => submoduleFolders(it, textIn(read(it)) ?? ''))
  const absent = folders.filter((it) => !tree.hasDirectory(it))
  return (path) => absent.some((it) => isBelow(path, it))
}

/** Whether a file says where git puts other repositories. */
export function namesSubmodules(path: string): boolean {
  return path.endsWith('.gitmodules') && splitPath(path).name === '.gitmodules'
}

/** The folders of other repositories, which may not have been fetched. */
export function submoduleFolders(path: string, text: string): string[] {
  const named = text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S[^\n]*)/gm)
  return Array.from(named, ([, it = '']) => pathFrom(path, it.trim()) ?? '').filter((it) => it !== '')
}
