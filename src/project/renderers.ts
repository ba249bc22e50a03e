import { setting } from '../site/settings.ts'
import type { FileTree, Site } from '../types.ts'

const commonMark = new Set('docfx docusaurus eleventy hugo mdbook mintlify vitepress vuepress'.split(' '))

/** Whether a generator's Markdown is CommonMark. */
export function isCommonMark(site: Site): boolean {
  return commonMark.has(site.generator) && !joinsHalves(site)
}

/** Sundown and its children, Redcarpet and Blackfriday, let any blanks stand between the halves of a link. */
export function joinsHalves({ generator, settings }: Site): boolean {
  if (generator === 'jekyll') return /redcarpet/i.test(String(setting(settings, 'markdown') ?? ''))
  return generator === 'slate' || (generator === 'hugo' && setting(settings, 'blackfriday') !== undefined)
}

/** What a project has that renders components. */
const program = /(?:^|\/)package\.json$|\.(?:[jt]sx|mdx|astro|svelte|vue)$/

/** Whether a program of the project's own may render its pages. */
export function rendersByProgram({ paths }: FileTree): boolean {
  return paths.some((it) => program.test(it))
}
