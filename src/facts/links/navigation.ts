import { blankComments } from '../../parse/comments.ts'
import { text as textIn } from '../../parse/json.ts'
import { blanked } from '../../parse/rewrite.ts'
import type { YamlError } from '../../parse/yaml/parsed.ts'
import { parseYaml } from '../../parse/yaml.ts'
import type { Facts, JsonNode, Link, Problem, Range } from '../../types.ts'
import { commonMethods } from '../methods.ts'
import { nothing } from '../nothing.ts'

/** Where the files that build a site's menus keep their links. */
export type NavigationShape =
  /** Any depth: mappings with `url`, `link`, `href`, `path`, `topicHref`, beside a `title` or `name`. */
  | 'menu'
  /** MkDocs: strings, or titles that map to strings or to further lists, below `nav` (or `pages`). */
  | 'mkdocs'
  /** Mintlify: strings in the lists called `pages`. */
  | 'mintlify'
  /** A program: `link: '/guide'`. */
  | 'program'
  /** Starlight, whose program may name a page by its address without slashes, too: `slug: 'guides/lids'`. */
  | 'slugs'
  /** Docusaurus: ids of pages, alone in a list or as `id: 'guide'`. */
  | 'sidebars'

/** The links of a navigation file. Nothing else in it is a fact. */
export function extractNavigation(text: string, shape: NavigationShape): Facts {
  const links = ofPrograms(text, shape)
  if (links) return { ...nothing(text), links }
  if (shape === 'menu' && !anyTarget.test(text)) return nothing(text)
  const { data, errors } = parseYaml(text)
  const problems = shape === 'mintlify' ? [] : unread(errors, text)
  return { ...nothing(text, problems), links: data ? dataLinks(data, shape) : [] }
}

/** What a template becomes is not known, and some readers take the last of two keys. */
function unread([first]: YamlError[], text: string): Problem[] {
  if (!first || /\{\{|\{%/.test(text) || first.message.includes('unique')) return []
  return [{ kind: 'navigation', range: first.range, message: `the navigation cannot be read: ${first.message}` }]
}

/** Tables of countries and the like stand among the menus: what names no target need not be parsed. */
const anyTarget = /\b(?:url|link|href|path|topicHref|permalink)["']?[ \t]*:/

function ofPrograms(text: string, shape: NavigationShape): Link[] | undefined {
  if (shape === 'program') return programLinks(text)
  if (shape === 'slugs') return pageSlugs(text)
  return shape === 'sidebars' ? sidebarIds(text) : undefined
}

function dataLinks(data: JsonNode, shape: NavigationShape): Link[] {
  if (shape === 'menu') return [...menu(data)]
  // `POST /orders` is the page of an operation.
  if (shape === 'mintlify') return [...pages(data, false)].filter(({ url }) => !operation.test(url))
  const members = data.kind === 'object' ? data.members : []
  // `pages` is what MkDocs called it before 1.0.
  const nav = (members.find(({ key }) => key === 'nav') ?? members.find(({ key }) => key === 'pages'))?.value
  // Plugins fill in what a pattern finds, and menus of other sites: `guides/*.md`, `!include ./kiln/mkdocs.yml`, `*include kilns/*`.
  return nav ? [...leaves(nav, '')].filter(({ url }) => !/^!|\*/.test(url)) : []
}

const operation = new RegExp(`(?:^|\\s)(?:(?:${commonMethods}|OPTIONS|TRACE) /|WEBHOOK \\S)`, 'i')

const urlKeys = new Set(['url', 'link', 'href', 'path', 'topicHref', 'permalink'])
const titleKeys = new Set(['title', 'name', 'text', 'label'])

function* menu(node: JsonNode): Generator<Link> {
  if (node.kind === 'array') for (const it of node.items) yield* menu(it)
  if (node.kind !== 'object') return
  const title = node.members.find(({ key, value }) => titleKeys.has(key) && value.kind === 'string')
  for (const { key, value } of node.members) {
    if (value.kind === 'string' && title && urlKeys.has(key)) yield* link(value, textIn(title.value) ?? '')
    else yield* menu(value)
  }
}

/** Every string is a target; the keys on the way are titles. */
function* leaves(node: JsonNode, title: string): Generator<Link> {
  // `['kilns.md', 'Kilns', 'Fire']`: a list in a list is how the oldest MkDocs writes titles, behind the page.
  if (node.kind === 'array')
    for (const it of node.items.flatMap((it) => (it.kind === 'array' ? it.items.slice(0, 1) : it)))
      yield* leaves(it, title)
  else if (node.kind === 'object') for (const { key, value } of node.members) yield* leaves(value, key)
  else if (node.kind === 'string') yield* link(node, title)
}

function* pages(node: JsonNode, inPages: boolean): Generator<Link> {
  if (node.kind === 'array') for (const it of node.items) yield* pages(it, inPages)
  else if (node.kind === 'object') for (const { key, value } of node.members) yield* pages(value, key === 'pages')
  else if (node.kind === 'string' && inPages) yield* link(node, '')
}

function* link(node: JsonNode, text: string): Generator<Link> {
  const url = textIn(node)?.trim() ?? ''
  // A group has no page of its own.
  if (url !== '' && url !== '#')
    yield { kind: 'navigation', range: node.range, urlRange: node.range, url, text, section: 0 }
}

/** Read, never run: only links that are written out count, and not those that go on where a `base` of VitePress ends. */
function programLinks(text: string): Link[] {
  const code = blankComments(text)
  const links = written(code, /(?<![\w$])link\s*:\s*(['"`])([^'"`$\n]+)\1/g)
  return /(?<![\w$])base\s*:/.test(code) ? links.filter(({ url }) => /^(?:\/|[a-z]+:)/.test(url)) : links
}

/** Where languages have folders of their own, each menu means the page in its own. */
function pageSlugs(text: string): Link[] {
  const code = blankComments(text)
  if (/(?<![\w$])defaultLocale\s*:\s*(?!['"`]root\b)/.test(code)) return []
  return written(code, /(?<![\w$])(?:link|slug)['"]?\s*:\s*(['"`])(?!index\1)([^'"`$\n]+)\1/g)
}

const sidebarId =
  /(?:(?<=[[,]\s*)(?=['"`][^'"`\n]+['"`]\s*[,\]])|(?<![\w$])['"]?id['"]?\s*:\s*)(['"`])([\w][\w ./-]*)\1/g

/** A list of anything else, such as of CSS classes, has a name of its own in front. */
const otherLists = /(?<![\w$])['"]?(?:tags|keywords|classNames?|versions|exclude|include)['"]?\s*:\s*\[[^\]]*\]/g

function sidebarIds(text: string): Link[] {
  const code = blankComments(text).replace(otherLists, blanked)
  return written(code, sidebarId)
}

/** What the second group of a pattern finds, whose match ends with a quote. */
function written(code: string, pattern: RegExp): Link[] {
  return [...code.matchAll(pattern)].map((match) => {
    const url = match[2] ?? ''
    const at = match.index + match[0].length - 1 - url.length
    const urlRange: Range = [at, at + url.length]
    return { kind: 'navigation', range: urlRange, urlRange, url, text: '', section: 0 }
  })
}
