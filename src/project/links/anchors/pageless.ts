import { joinPath, splitPath } from '../../../paths.ts'
import type { Document, Link } from '../../../types.ts'
import type { PagelessLink } from '../../types/links.ts'
import type { Project } from '../../types/project.ts'

/**
 * `../#lids` on a page of `manual/pots`, where `manual` has no page: who counts from the page as if it were a folder of its own means the
 * README beside it, which has that place, or that of another link which is written so.
 */
export function pagelessLinks(project: Project, document: Document): PagelessLink[] {
  const links = document.facts.links.filter(({ kind, url }) => kind === 'link' && ofFolder.test(url))
  if (links.length === 0 || project.site(document.path).generator !== 'none') return []
  const { folder: own } = splitPath(document.path)
  const readme = project.files.names(own).find((it) => isReadme.test(it))
  const page = readme && joinPath(own, readme)
  if (page === undefined) return []
  const has = ({ url }: Link) => project.anchors.has(page, fragmentOf(url)) === true
  const known = new Set(links.filter(has).map(({ url }) => folderOf(url)))
  return links.flatMap((link) => {
    const target = known.has(folderOf(link.url)) ? project.resolve(document, link) : undefined
    if (target?.kind !== 'file' || !project.files.hasDirectory(target.path)) return []
    const instead = page === document.path ? '' : readme
    return [{ link, folder: target.path, instead: has(link) ? `${instead}#${target.fragment}` : undefined }]
  })
}

const ofFolder = /^(?:\.\.?\/)+#[^#]/
const isReadme = /^(?:readme|index)\.mdx?$/i

function fragmentOf(url: string): string {
  return url.slice(url.indexOf('#') + 1)
}

function folderOf(url: string): string {
  return url.slice(0, url.indexOf('#'))
}
