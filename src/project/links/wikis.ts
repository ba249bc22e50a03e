import { namedAround } from '../../paths.ts'
import { isMarkdown } from '../../site/urls.ts'
import { decodePercent } from '../../text.ts'
import type { FileTree } from '../../types.ts'

/** What wikis keep beside their pages: GitHub, GitLab and Gitea a menu and a foot, Azure DevOps the order of a folder. */
const marks = ['_Sidebar.md', '_Footer.md', '.order']

/** Pages of wikis by their titles: `Pot sizes` and `pot-sizes` are `Pot-Sizes.md`, and a dash of a title itself stands as `%2D`. */
export function indexTitles(files: FileTree): (path: string) => string | undefined {
  // Hardly any project has a wiki.
  if (!files.paths.some((path) => marks.some((it) => path.endsWith(it)))) return () => undefined
  const pages = files.paths.filter((path) => isMarkdown(path) && isInWiki(files, path))
  const titles = new Map(pages.map((it) => [titleOf(it), it]))
  return (path) => titles.get(titleOf(path))
}

export function isInWiki(files: FileTree, path: string): boolean {
  return marks.some((mark) => namedAround(path, mark).some((it) => files.has(it)))
}

/** Whether Obsidian shows a page: it looks for a name in all of its vault. */
export function isInVault(files: FileTree, path: string): boolean {
  return namedAround(path, '.obsidian').some((it) => files.hasDirectory(it))
}

function titleOf(path: string): string {
  return decodePercent(path).replaceAll(' ', '-').toLowerCase()
}
