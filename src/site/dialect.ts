import type { Dialect, Site, UserInclude } from '../types.ts'
import { setting } from './settings.ts'

/** What a user may say of how pages are read. */
export interface Reading {
  parser?: Dialect['parser']
  includes?: readonly (string | UserInclude)[]
  scopes?: Dialect['scopes']
}

export function dialectOf(site: Site, user: Reading): Dialect {
  const { parser = 'satteri', includes = [], scopes: { labels, neutral } = {} } = user
  const presets = includes.filter((it) => typeof it === 'string')
  const custom = includes.filter((it) => typeof it !== 'string')
  return {
    parser,
    includes: [...site.includes, ...presets],
    ...(site.includes.length === 0 && { anySite: true as const }),
    ...(tightens.has(site.generator) && { tightHeadings: true as const }),
    ...(endsHtml(site) && { endsHtml: true as const }),
    ...(codeHoldsPipes(site) && { codeHoldsPipes: true as const }),
    ...(readsMdx.has(site.generator) && { components: true as const }),
    ...(custom.length > 0 && { custom }),
    ...((labels || neutral) && { scopes: { labels, neutral } }),
  }
}

/** Their Markdown, Redcarpet and that of Python, makes a heading of `##Title` too. */
export const tightens: ReadonlySet<string> = new Set(['slate', 'mkdocs'])

/** What reads all of its pages as MDX. */
const readsMdx: ReadonlySet<string> = new Set(['docusaurus', 'mintlify'])

/** Redcarpet, Python's Markdown, and kramdown, which Jekyll takes if no plugin brings another. */
function endsHtml(site: Site): boolean {
  return tightens.has(site.generator) || isKramdown(site)
}

function codeHoldsPipes(site: Site): boolean {
  return site.generator === 'mkdocs' || isKramdown(site)
}

function isKramdown({ generator, settings }: Site): boolean {
  return generator === 'jekyll' && /^(?:|kramdown)$/i.test(String(settings.markdown ?? ''))
}

const commonMark = new Set('docfx docusaurus eleventy hugo mdbook mintlify vitepress vuepress'.split(' '))

/** Whether a generator's Markdown is CommonMark. */
export function isCommonMark(site: Site): boolean {
  return commonMark.has(site.generator) && !joinsHalves(site)
}

/** Sundown and its children, Redcarpet and Blackfriday, let any blanks stand between the halves of a link. */
export function joinsHalves({ generator, settings }: Site): boolean {
  if (generator === 'jekyll') return /redcarpet/i.test(String(settings.markdown ?? ''))
  return generator === 'slate' || (generator === 'hugo' && settings.blackfriday !== undefined)
}

const plain = new Set('docfx docsify hugo jekyll mdbook mkdocs shins slate'.split(' '))

/** Whether a component stays a tag that no browser knows. */
export function knowsNoComponent({ generator }: Site): boolean {
  return plain.has(generator)
}

const leaveAlone = new Set([...plain, 'eleventy', 'vitepress', 'vuepress'])

/** Whether no Markdown is read in a block of HTML. Components hold Markdown, and nobody knows how a page without a generator is read. */
export function leavesHtmlAlone({ generator, settings }: Site): boolean {
  return leaveAlone.has(generator) && setting(settings, 'kramdown', 'parse_block_html') !== true
}
