import type { Link, Range } from '../../types.ts'
import { rawBlocks } from '../pages/liquid.ts'
import { ranges } from '../ranges.ts'
import type { Syntax } from '../syntax.ts'
import { hasTemplateTags, type TagArgument, type TemplateTag, templateTags } from '../template-tags.ts'
import { textOfLink } from './destination.ts'

/** Template tags that lead to a page by the name of its source, of Jekyll and of Hugo, or show an image. */
const jekyll = /^(?:link|post_url)$/
const leading = /^(?:link|post_url|ref|relref|[\w-]{1,40}-relref|page-ref|content-ref|figure)$/
/** What Hugo's tags call the page. Those that come with it know but the path. */
const named = ['ref', 'path', 'page']
const builtIn = /^(?:ref|relref)$/
/** Of GitBook: cards, that lead where an ordinary link would. */
const cards = new Map([
  ['page-ref', 'page'],
  ['content-ref', 'url'],
])

/**
 * Links by template tag. They stand inside Markdown destinations as well as alone, and Markdown sees neither:
 * the text itself is searched, code left out.
 */
export function shortcodeLinks(syntax: Syntax): Link[] {
  const { text } = syntax
  if (!hasTemplateTags(text)) return []
  const raw = ranges(rawBlocks(text))
  return syntax.outsideCode().flatMap((stretch) =>
    templateTags(text, stretch, leading).flatMap((tag) => {
      const link = raw.at(tag.range[0]) ? undefined : readLink(tag, text)
      return link ? [{ ...link, section: syntax.sectionAt(tag.range[0]) }] : []
    }),
  )
}

/** `{{< highlight html >}} … {{< /highlight >}}`: what shortcodes of Hugo show as it stands is code, though Markdown cannot know. */
export function shownAsCode(text: string): Range[] {
  if (!text.includes('{{<') || !/\{\{<\s*\//.test(text)) return []
  const found: Range[] = []
  const open = /\{\{<\s*(highlight|code(?:-?(?:block|snippet|sample|toggle))?)(?=[\s>])[^\n{}]{0,300}>\}\}/g
  for (let start = open.exec(text); start !== null; start = open.exec(text)) {
    if (start[0].endsWith('/>}}')) continue
    const close = new RegExp(`\\{\\{<\\s*/\\s*${start[1]}\\s*>`, 'g')
    close.lastIndex = open.lastIndex
    const end = close.exec(text)?.index
    if (end === undefined) break
    found.push([start.index, end])
    open.lastIndex = end
  }
  return found
}

function readLink(tag: TemplateTag, text: string): Link | undefined {
  const { name, range, given, attributes } = tag
  const card = cards.get(name)
  if ((jekyll.test(name) || card !== undefined) !== (text[range[0] + 1] === '%')) return undefined
  if (card !== undefined) return cardLink(tag, attributes.get(card), text)
  if (name === 'figure') return figure(tag, text)
  const [key, to] = named.map((it) => [it, attributes.get(it)] as const).find(([, it]) => it) ?? ['', given[0]]
  if (!to?.value) return undefined
  const caption = attributes.get('caption')?.value ?? captionBefore(text, range[0])
  const isUnread = builtIn.test(name) && given.length === 0 && !attributes.has('path')
  return {
    kind: 'shortcode',
    range,
    section: 0,
    url: text.slice(...to.range),
    urlRange: to.range,
    text: caption,
    ...(isUnread && { unread: key }),
  }
}

/** What a card shows where there are no cards is a link to the same page, which is told once. */
function cardLink({ range }: TemplateTag, to: TagArgument | undefined, text: string): Link | undefined {
  const [within = ''] = text.slice(range[1], range[1] + 1000).split('{%', 1)
  if (!to?.value || within.includes(`](${text.slice(...to.range)}`)) return undefined
  return { kind: 'link', range, section: 0, url: to.value, urlRange: to.range, text: '' }
}

/** `{{< figure src="lid.png" alt="A lid" >}}` */
function figure({ range, attributes }: TemplateTag, text: string): Link | undefined {
  const src = attributes.get('src')
  const url = src ? text.slice(...src.range) : ''
  // What has no extension may be the name that the page gives a resource.
  if (!src || !/\.\w{2,5}(?:[?#]|$)/.test(url)) return undefined
  return { kind: 'figure', range, section: 0, url, urlRange: src.range, text: attributes.get('alt')?.value ?? '' }
}

/** `[the text]({{< ref "page" >}})`: of a tag that stands where Markdown has the URL. */
function captionBefore(text: string, at: number): string {
  if (text[at - 1] !== '(' || text[at - 2] !== ']') return ''
  return (textOfLink(text, at - 2)?.caption ?? '').replaceAll('`', '')
}
