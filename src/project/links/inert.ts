import { setting } from '../../site/settings.ts'
import type { Document, InertLink } from '../../types.ts'
import type { Project } from '../index.ts'

/** Those that leave a block of HTML alone. Components hold Markdown, and nobody knows how a page without a generator is read. */
const leaveAlone = new Set('docfx docsify eleventy hugo jekyll mdbook mkdocs shins slate vitepress vuepress'.split(' '))

/** Links that are shown as they are written, since they stand in HTML, begin in code, go on in the next line, or lack their parentheses. */
export function inertLinks(project: Project, { path, facts: { inertLinks } }: Document): readonly InertLink[] {
  if (inertLinks.length === 0) return []
  const { generator, settings } = project.site(path)
  const parsed = setting(settings, 'kramdown', 'parse_block_html') === true
  return leaveAlone.has(generator) && !parsed ? inertLinks : inertLinks.filter((it) => it.in !== 'html')
}
