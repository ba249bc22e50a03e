import { pathFrom, splitPath } from '../../paths.ts'
import { contentAround } from '../../site/contents.ts'
import { isCommonMark, joinsHalves, knowsNoComponent, leavesHtmlAlone } from '../../site/dialect.ts'
import type { Document, InertLink, Site } from '../../types.ts'
import { once } from '../once.ts'
import { rendersByProgram } from '../renderers.ts'
import type { Project } from '../types/project.ts'

/** Links that are shown as they are written, or without where they lead: what is wrong with them is said by where they stand, or what they lack. */
export function indexInertLinks(project: Project): (document: Document) => readonly InertLink[] {
  const seen = {
    isHabit: once(() => hasBlanksOften(project)),
    hasProgram: once(() => rendersByProgram(project.files)),
  }
  return (document) => (document.facts.inertLinks.length === 0 ? [] : inertLinks(project, document, seen))
}

interface Seen {
  /** Whether many links have blanks in their addresses. */
  isHabit(): boolean
  /** Whether anything here may render components. */
  hasProgram(): boolean
}

function inertLinks(project: Project, document: Document, { isHabit, hasProgram }: Seen): readonly InertLink[] {
  const { path, facts } = document
  const site = project.site(path)
  const html = leavesHtmlAlone(site)
  const joined = joinsHalves(site)
  // Renderers that are no CommonMark read blanks; an unknown one seems to, where many links are written so. Hosts of repositories show the README.
  const seemsToRead = () => !/^readme/i.test(splitPath(path).name) && isHabit()
  const readsBlanks = () => (site.generator === 'none' ? seemsToRead() : !isCommonMark(site))
  return facts.inertLinks.filter((it) => {
    // Python's Markdown does not know this one.
    if (it.in === 'html') return html && !(site.generator === 'mkdocs' && it.element === 'center')
    if (it.in === 'component') return site.generator === 'none' ? !hasProgram() : knowsNoComponent(site)
    if (it.in === 'blanks') return isMeant(project, path, it) && !readsBlanks()
    if (it.in === 'template') return isHugoContent(site, path)
    if (it.in === 'turned') return isTarget(project, document, it)
    return !joined || (it.in !== 'gap' && it.in !== 'lines')
  })
}

/** Hugo evaluates its shortcodes there, and no template; beside the content, as in its archetypes, it does. */
function isHugoContent(site: Site, path: string): boolean {
  return site.generator === 'hugo' && contentAround(site, path) !== undefined
}

/** An address with blanks leads to a host, a file that there is, or a title; what begins with a slash and has a `#` is nothing else. */
function isMeant(project: Project, path: string, { url }: InertLink): boolean {
  return /^(?:#|https?:|\/[\w./-]*#)/.test(url) || isFile(project, path, url)
}

/** Words in brackets may be anything, unless they are an address, a file, or where another link of the page leads. */
function isTarget(project: Project, { path, text }: Document, { url }: InertLink): boolean {
  const isAddress = /^(?:https?:|\.{1,2}\/|#)/.test(url)
  return isAddress || text.includes(`](${url})`) || text.includes(`](${url}#`) || isFile(project, path, url)
}

function isFile({ files }: Project, path: string, url: string): boolean {
  const file = pathFrom(path, url.replace(/#.*/, ''))
  return file !== undefined && files.has(file)
}

function hasBlanksOften({ documents }: Project): boolean {
  let count = 0
  for (const { facts } of documents.values()) count += facts.inertLinks.filter((it) => it.in === 'blanks').length
  return count > 5
}
