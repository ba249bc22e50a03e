import { setting } from '../../site/settings.ts'
import type { Document, InertLink } from '../../types.ts'
import type { Project } from '../index.ts'

type Site = ReturnType<Project['site']>

/** Those that leave a block of HTML alone. Components hold Markdown, and nobody knows how a page without a generator is read. */
const leaveAlone = new Set('docfx docsify eleventy hugo jekyll mdbook mkdocs shins slate vitepress vuepress'.split(' '))

/** Links that are shown as they are written: what is wrong with them is said by where they stand, or what they lack. */
export function inertLinks(project: Project, { path, facts: { inertLinks } }: Document): readonly InertLink[] {
  if (inertLinks.length === 0) return []
  const site = project.site(path)
  const parsed = setting(site.settings, 'kramdown', 'parse_block_html') === true
  const html = leaveAlone.has(site.generator) && !parsed
  const joined = joinsHalves(site)
  return inertLinks.filter((it) => (it.in === 'html' ? html : !joined || (it.in !== 'gap' && it.in !== 'lines')))
}

/** Sundown and its children, Redcarpet and Blackfriday, let any blanks stand between the halves of a link. */
function joinsHalves({ generator, settings }: Site): boolean {
  if (generator === 'jekyll') return /redcarpet/i.test(String(setting(settings, 'markdown') ?? ''))
  return generator === 'slate' || (generator === 'hugo' && setting(settings, 'blackfriday') !== undefined)
}
