import type { Definition, Image, Link as LinkNode } from 'mdast'
import { attributeOf, nameOf, type Tag, tags } from '../../parse/html-tags.ts'
import { items, member, text as textValue } from '../../parse/json.ts'
import type { FrontMatter, Include, JsonNode, Link, Range } from '../../types.ts'
import { between, ranges } from '../ranges.ts'
import { type Located, type Syntax, textOf } from '../syntax.ts'
import { tagsOf } from '../tags.ts'
import { isBaseUrl } from './base-urls.ts'
import { destinations, unescapeMarkdown } from './destination.ts'
import { imageDirectives } from './directives.ts'
import { filteredLinks } from './filtered.ts'
import { shortcodeLinks, shownAsCode } from './shortcodes.ts'
import { undefinedReferences } from './undefined-references.ts'
import { undefinedShortcuts } from './undefined-shortcuts.ts'

/** Everything on a page that leads somewhere, in the order of the text. An include in the form of a link is none. */
export function links(syntax: Syntax, frontMatter: FrontMatter | undefined, includes: Include[]): Link[] {
  const pulled = new Set(includes.map(({ targetRange }) => targetRange[0]))
  const used = includes.length === 0 ? usedLabels(syntax) : undefined
  const all = [
    ...syntax.all('link').flatMap((it) => {
      const found = markdownLink(it, 'link', syntax)
      return isPermalink(it.node) || isCall(found) || isInBraces(found, syntax.text) || isBaseUrl(found, syntax.text)
        ? []
        : [found]
    }),
    ...syntax.all('image').map((it) => markdownLink(it, 'image', syntax)),
    ...syntax.all('definition').flatMap((it) => (isComment(it.node) ? [] : [definition(it, syntax, used)])),
    ...tagsOf(syntax)
      .flatMap(({ tag, section }) => htmlLink(syntax.text, tag, section, 'html'))
      .filter((it) => !isBaseUrl(it, syntax.text)),
    ...undefinedReferences(syntax),
    ...undefinedShortcuts(syntax),
    ...shortcodeLinks(syntax),
    ...filteredLinks(syntax),
    ...imageDirectives(syntax),
    ...frontMatterLinks(syntax.text, frontMatter?.data),
    ...homeLinks(frontMatter?.data),
  ].sort((a, b) => a.range[0] - b.range[0] || a.urlRange[0] - b.urlRange[0])
  const isShown = showing(syntax.text)
  return all.filter((it) => !pulled.has(it.urlRange[0]) && isShown(it))
}

/** Whether readers of a page see a link as one. */
function showing(text: string): (link: Link) => boolean {
  // Of what stands between the marks of an MDX comment, nothing is shown.
  const code = ranges([...shownAsCode(text), ...between(text, '{/*', '*/}')].sort((a, b) => a[0] - b[0]))
  // Tables of contributors have emojis that are links only for the sake of a tooltip: the tool that writes them marks where.
  const tooltips = ranges(between(text, '<!-- ALL-CONTRIBUTORS-LIST:START', '<!-- ALL-CONTRIBUTORS-LIST:END'))
  return ({ kind, url, range: [start] }) =>
    !code.at(start) && !(kind === 'html' && url.startsWith('#') && tooltips.at(start))
}

function markdownLink(
  { node, range, section }: Located<LinkNode | Image>,
  kind: 'link' | 'image',
  { text }: Syntax,
): Link {
  const caption = node.type === 'image' ? (node.alt ?? '') : textOf(node)
  return { kind, range, section, url: node.url, text: caption, urlRange: urlRange(node, range, text) }
}

/** `$\\href{https://example.com}{…}$`: a formula, and its argument no link of the page. */
function isInBraces({ range, urlRange }: Link, text: string): boolean {
  const [start] = urlRange
  return text[start - 1] === '{' && (range[0] === start || !'[<!'.includes(text[range[0]] ?? ''))
}

/** `[](#limits "Permalink to this headline")`: what a generator puts behind a title, once its page was made Markdown again. Nobody sees it. */
function isPermalink({ children, title }: LinkNode): boolean {
  return children.length === 0 && /^(?:perma)?link to th(?:is|e) /i.test(title ?? '')
}

/** `[plugin:insert](/limits)`: Grav calls a program. */
function isCall({ text }: Link): boolean {
  return /^plugin:[\w-]+$/.test(text)
}

/** mdast knows a link's URL but not its place: it is found in the source, escapes and all. */
function urlRange(node: LinkNode | Image, range: Range, text: string): Range {
  const [start, end] = range
  if (text[start] === '<') return [start + 1, end - 1]
  const inline = text[start] === '[' || text[start] === '!'
  if (!inline) return bareRange(node.url, range, text)
  const last = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined
  let found: Range | undefined
  for (const it of destinations(text, last ?? start + 1, end)) {
    found = it
    if (unescapeMarkdown(text.slice(...it)) === node.url) break
  }
  return found ?? range
}

/** A bare URL is its own text; one without a place of its own stands somewhere in its paragraph. */
function bareRange(url: string, [start, end]: Range, text: string): Range {
  const written = url.replace(/^(?:mailto:|http:\/\/(?=www\.))/, '')
  for (const it of [url, written]) {
    const at = text.indexOf(it, start)
    if (at >= 0 && at + it.length <= end) return [at, at + it.length]
  }
  return [start, end]
}

/** `[//]: # (text)`, `[comment]: <> (text)`: a definition that nobody refers to is a way to write a comment. */
function isComment({ label, url }: Definition): boolean {
  return (url === '' || url === '#') && /^(?:\/\/.*|#|_|-+|comment.*)$/i.test(label ?? '')
}

function definition(
  { node, range, section }: Located<Definition>,
  { text }: Syntax,
  used: ReadonlySet<string> | undefined,
): Link {
  const [found] = destinations(text, range[0], range[1], ']:')
  const idle = used && !used.has(node.identifier) ? true : undefined
  return { kind: 'definition', range, section, url: node.url, text: node.label ?? '', urlRange: found ?? range, idle }
}

/** What the page refers to. What it includes may refer to more. */
function usedLabels(syntax: Syntax): ReadonlySet<string> | undefined {
  if (syntax.all('definition').length === 0) return undefined
  return new Set([...syntax.all('linkReference'), ...syntax.all('imageReference')].map(({ node }) => node.identifier))
}

/** Which attribute of which element leads somewhere. Components keep their capital letter. */
const targets: Record<string, { attributes: string[]; kind?: 'image' }> = {
  a: { attributes: ['href'] },
  area: { attributes: ['href'] },
  img: { attributes: ['src'], kind: 'image' },
  Link: { attributes: ['to', 'href'] },
  Card: { attributes: ['href'] },
}

function htmlLink(text: string, tag: Tag, section: number, kind: 'html' | 'front-matter'): Link[] {
  const target = targets[nameOf(tag.name)]
  const attribute = tag.closing ? undefined : tag.attributes.find((it) => target?.attributes.includes(it.name))
  if (!target || !attribute) return []
  return [
    {
      kind: target.kind ?? kind,
      range: tag.range,
      section,
      url: attribute.value.trim(),
      urlRange: attribute.range,
      text: target.kind ? (attributeOf(tag, 'alt')?.value ?? '') : innerText(text, tag),
    },
  ]
}

/** The text between a tag and its end tag, markup left out. */
function innerText(text: string, { name, range }: Tag): string {
  const stretch = text.slice(range[1], range[1] + 500)
  const end = stretch.indexOf(`</${name}`)
  return end < 0 ? '' : stretch.slice(0, end).replace(/<[^<>]*>/g, '')
}

/** HTML in front matter, such as Slate's `toc_footers`, is shown on the page. */
function frontMatterLinks(text: string, node: JsonNode | undefined): Link[] {
  if (node === undefined) return []
  if (node.kind === 'array') return node.items.flatMap((it) => frontMatterLinks(text, it))
  if (node.kind === 'object') return node.members.flatMap((it) => frontMatterLinks(text, it.value))
  if (node.kind !== 'string' || !String(node.value).includes('<a ')) return []
  // Quotes within quotes carry a backslash, which is no part of the HTML.
  const [start, end] = node.range
  const html = `${text.slice(0, start)}${text.slice(start, end).replaceAll('\\"', ' "')}`
  return tags(html, start, end).flatMap((tag) => htmlLink(html, tag, 0, 'front-matter'))
}

/** What the home page of VitePress, VuePress, Rspress or Starlight shows as buttons: `hero: { actions: [{ link: /guide }] }`. */
function homeLinks(data: JsonNode | undefined): Link[] {
  const hero = member(data, 'hero')
  const lists = [hero, data].flatMap((it) => [member(it, 'actions'), member(it, 'features')])
  const shown = lists.flatMap((it) => items(it)).map((it) => member(it, 'link'))
  return [...shown, member(data, 'actionLink')].flatMap((node): Link[] => {
    const url = textValue(node)
    if (!node || url === undefined || !/^\.{0,2}\//.test(url)) return []
    return [{ kind: 'front-matter', range: node.range, urlRange: node.range, section: 0, url, text: '' }]
  })
}
