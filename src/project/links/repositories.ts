import type { FileTree } from '../../types.ts'

/** Folders that hold what others have written, each with a root of its own. */
const foreign = /(?:^|\/)(?:vendor|vendored|third[-_]party|submodules|external)\//
/** What stands at the root of a repository. */
const atRoot = /^(?:licen[cs]e|copying|unlicense|go\.mod|cargo\.toml|package\.json|composer\.json|pom\.xml)\b/i

/** Whether others have written a file, so that nobody who works on the project means it by chance. */
export function isCopied(path: string): boolean {
  return foreign.test(path)
}

/**
 * Which repository shows a document that no generator builds, where that is not the project (''): a copy among the project's own files, or one
 * of several in a folder that holds nothing else. "/" in its links stands for its root.
 */
export function repositoryFinder(files: FileTree): (path: string) => string {
  const holdsOthers = files.names('').length === 0
  return (path) => copied(files, path) ?? (holdsOthers ? (/^[^/]+(?=\/)/.exec(path)?.[0] ?? '') : '')
}

function copied(files: FileTree, path: string): string | undefined {
  const inside = foreign.exec(path)
  if (!inside) return undefined
  const begin = inside.index + inside[0].length
  for (let cut = path.lastIndexOf('/'); cut > begin; cut = path.lastIndexOf('/', cut - 1)) {
    const folder = path.slice(0, cut)
    if (files.names(folder).some((it) => atRoot.test(it))) return folder
  }
  return undefined
}
