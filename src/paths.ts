/** The last part of a path, and the folder before it ('' for none). */
export function splitPath(path: string): { folder: string; name: string } {
  const cut = path.lastIndexOf('/')
  return { folder: cut < 0 ? '' : path.slice(0, cut), name: path.slice(cut + 1) }
}

/** What the paths in a folder begin with: nothing in the root. */
export function prefixOf(folder: string): string {
  return folder === '' ? '' : `${folder}/`
}

/** Whether a path lies in a folder, however deep. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(prefixOf(folder))
}

/** Whether something is a URL with a scheme, and no path. */
export function hasScheme(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(url)
}

/** Joins and normalises; `undefined` when the result would leave the root. `/` at the start of `path` means the root. */
export function joinPath(folder: string, path: string): string | undefined {
  if (path !== '' && !unclean.test(path) && !unclean.test(folder)) return prefixOf(folder) + path
  const parts = path.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** What a path leads to that stands in a file; `undefined` when it would leave the root. */
export function pathFrom(file: string, path: string): string | undefined {
  return joinPath(splitPath(file).folder, path)
}

/** Where a path has parts that say nothing, or dots that may. */
const unclean = /^\/|\/\/|(?:^|\/)\.|\/$/

/** What `joinPath` has no path for: where it lies, seen from the root, such as `../README.md`. */
export function pathOutside(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts[0] === '..' ? parts.join('/') : undefined
}

/** The folders that hold a file, from the root on. */
export function foldersAround(path: string): string[] {
  const steps = path.split('/').slice(0, -1)
  return ['', ...steps.map((_, depth) => steps.slice(0, depth + 1).join('/'))]
}

/** Where a file or a folder of a name can stand that is around another one: beside it, and in the folders above. */
export function namedAround(path: string, name: string): string[] {
  return foldersAround(path).flatMap((it) => joinPath(it, name) ?? [])
}

/** Whether a page is where readers begin, by its name: it speaks for its whole folder. */
export function isOverview(path: string): boolean {
  return /(?:^|\/)_?(?:index|readme|overview|introduction)\b[^/]*$|get(?:ting)?[-_. ]?started[^/]*$/i.test(path)
}

/** Whether others copy a page and fill it in, or make theirs of it, by its name or its folder's. */
export function isTemplate(path: string): boolean {
  return /(?:^|[/_-])(?:archetypes?|boilerplates?|scaffold(?:s|ing)?|skeletons?|templates?)\/|[_-]template\.mdx?$/i.test(
    path,
  )
}

/** Whether a page tells of releases, by its name: what was written of one stays as it was. */
export function isHistory(path: string): boolean {
  return /(?:^|\/)(?:changelog|changes|history|release[-_ ]?notes|releases|whats?[-_]?new)(?![a-z])[^/]*$/i.test(path)
}
