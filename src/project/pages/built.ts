import { member, plain } from '../../parse/json.ts'
import { joinPath, splitPath } from '../../paths.ts'
import { contentAround } from '../../site/contents.ts'
import { mentions } from '../../site/settings.ts'
import { isMarkdown } from '../../site/urls.ts'
import type { Document, Site } from '../../types.ts'
import { onceEach } from '../once.ts'
import type { Unbuilt } from '../types/pages.ts'
import type { Project } from '../types/project.ts'

/** Answers whether a site builds a document; what is no page of any site is nobody's to build. */
export function indexBuilt(project: Project): (path: string) => Unbuilt | undefined {
  const judges = onceEach((site: Site) => judgeOf(project, site))
  return onceEach((path) => {
    const document = isMarkdown(path) ? project.documents.get(path) : undefined
    const site = project.site(path)
    return document && contentAround(site, path) ? judges(site)(document) : undefined
  })
}

function judgeOf(project: Project, site: Site): (document: Document) => Unbuilt | undefined {
  if (site.generator === 'jekyll') return jekyll(project, site)
  if (site.generator === 'mdbook') return mdbook(project, site)
  if (['hugo', 'docusaurus', 'starlight'].includes(site.generator)) {
    return (document) => (flag(document, 'draft') === true ? 'draft' : undefined)
  }
  return () => undefined
}

/**
 * Jekyll reads front matter at the first byte or not at all. A plugin lifts that; GitHub Pages switches it on without
 * a word in the config, so a site most of whose sources have none is taken to have it, and one that names its domain to
 * GitHub Pages and has no programs of its own to build it, or those of GitHub Pages.
 */
function jekyll(project: Project, site: Site): (document: Document) => Unbuilt | undefined {
  let bare = 0
  let headed = 0
  for (const { path, facts } of project.documents.values()) {
    if (isMarkdown(path) && project.site(path) === site) facts.frontMatter ? headed++ : bare++
  }
  const has = (name: string) => project.files.has(joinPath(site.source, name) ?? '')
  const isOnPages = has('CNAME') && !has('Gemfile')
  const buildsAsPages = /^\s*gem\s+["']github-pages["']/m.test(String(site.settings.Gemfile ?? ''))
  const optional =
    isOnPages || buildsAsPages || bare > headed || mentions(site.settings, /jekyll-optional-front-matter/)
  return (document) => {
    if (document.facts.frontMatter === undefined)
      return optional || isNote(document.path) || isPart(document.path) ? undefined : 'no-front-matter'
    if (document.text.charCodeAt(0) === 0xfeff) return 'byte-order-mark'
    return flag(document, 'published') === false ? 'draft' : undefined
  }
}

/** Files that speak to those who write the site, not to those who read it. */
function isNote(path: string): boolean {
  return /^(?:readme|contributing|changelog|license|code_of_conduct|security)\b/i.test(splitPath(path).name)
}

/** Jekyll keeps parts, layouts and data in folders with an underscore: front matter would make no page of them. */
function isPart(path: string): boolean {
  return /(?:^|\/)_/.test(path)
}

/** mdBook renders the chapters of its summary, and copies nothing else that is Markdown. */
function mdbook(project: Project, site: Site): (document: Document) => Unbuilt | undefined {
  const summary = project.documents.get(joinPath(site.source, 'SUMMARY.md') ?? '')
  if (!summary) return () => undefined
  const listed = new Set([summary.path])
  for (const { url } of summary.facts.links) listed.add(joinPath(site.source, url.replace(/[#?].*$/, '')) ?? '')
  return ({ path }) => (listed.has(path) ? undefined : 'not-in-summary')
}

function flag({ facts }: Document, key: string): unknown {
  const value = member(facts.frontMatter?.data, key)
  return value && plain(value)
}
