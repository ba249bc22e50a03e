import { pathFrom, pathOutside, splitPath } from '../../../paths.ts'
import type { Document, FileTree } from '../../../types.ts'
import { isInWiki } from '../wikis.ts'
import type { Asking, PathReference, Surroundings } from './types.ts'

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

/** Whether a page is called as a README is, which the host of a repository shows where it lies. */
export function isReadInPlace({ path }: Document): boolean {
  return /(?:^|\/)[A-Z_]+\.md$/.test(path)
}

/** Whether the project is a whole repository, and not a folder of one, around which there is more. */
export function isWhole(files: FileTree): boolean {
  return files.names('').some((it) => atRoot.test(it) || it.startsWith('.git'))
}

/** What a host of repositories shows two folders above their root. */
const ofRepository =
  /^(?:\.\.\/)+(?:actions|commits?|compare|contributors|discussions|graphs|issues|labels|milestones?|network|projects|pulls?|pulse|releases|security|stargazers|tags|wiki)(?:\/|$)/

/** The same, and files, seen from the repository's wiki, whose home page is its folder. */
const besideWiki = /^(?:\.\.\/)+(?:blob|tree|raw)\/|^wiki\//

/** What GitLab keeps beside its pages. */
const ofGitLab = /^\/?(?:uploads\/[\da-f]{32}\/|-\/)/

/** What lies at the root of a repository for its host and for version control; releases and packages are made without it. */
const forHost = /^\.(?:github|gitlab|gitea|forgejo|circleci|mailmap)(?=\/|$)/

/** `.github/workflows/test.yml` in a project that has nothing of that name: whoever made this copy of it has left all of that out. */
export function isForHost(files: FileTree, { path: from }: Document, { path }: PathReference): boolean {
  if (!path.includes('.')) return false
  const file = pathFrom(from, path)
  const name = forHost.exec(file ?? '')?.[0]
  return name !== undefined && !files.hasDirectory(name)
}

/** What is around the project, seen from a page that no generator builds: pages of the repository's host, and files of a larger project that has this one in it. */
export function besideRepository(
  { project, home, near }: Surroundings,
  document: Document,
  { kind }: Asking,
  { path }: PathReference,
): string | undefined {
  if (
    ofGitLab.test(path) ||
    ((besideWiki.test(path) || ofRepository.test(path)) && isInWiki(project.files, document.path))
  )
    return 'the host of the repository shows it'
  if (!path.startsWith('../')) return undefined
  const outside = pathOutside(splitPath(document.path).folder, path)
  if (outside === undefined) return undefined
  // Where a page has an address, only what names a file leads to one.
  const isFile = home.site.generator === 'none' || /\.(?!html?$)\w+$/.test(path)
  if (isFile && project.around?.(outside)) return 'it lies in another folder of the repository'
  if (outside.startsWith('../../') && ofRepository.test(path)) return 'the host of the repository shows it'
  if (home.site.generator !== 'none') return undefined
  // A step too many is one where the file that is meant is here; what every folder may have is not known by its name.
  const isAnybodys = !isWhole(project.files) && /^[A-Z_]+\.\w+$/.test(splitPath(path).name)
  return near(document, kind, path) && !isAnybodys ? undefined : 'it lies outside of the project'
}
