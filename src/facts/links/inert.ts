import { type Tag, tags } from '../../parse/html-tags.ts'
import { mayHoldMarkdown } from '../../parse/markdown-in-tags.ts'
import type { InertLink, Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { componentLinks } from './components.ts'
import { openTags } from './open-tags.ts'
import { templateAddresses } from './template-addresses.ts'
import { tornLinks } from './torn.ts'

/** Elements that begin a block of HTML for CommonMark and for kramdown alike. In others, kramdown reads Markdown. */
const opening =
  /^<(?:article|aside|blockquote|center|div|dl|fieldset|figure|footer|form|header|main|nav|ol|p|section|table|ul)\b/i
/** What stands in these is shown as it is anyway. */
const literal = /^(?:code|kbd|pre|samp|script|style|svg|textarea|xmp)$/i
const written = /(?<![\w\])}\\])!?\[([^[\]\n]{1,300})\]\(([^()\s]{1,500})\)/g

/** What looks like a link and is shown as it is written. */
export function inertLinks(syntax: Syntax): InertLink[] {
  const found = [...tornLinks(syntax), ...componentLinks(syntax), ...templateAddresses(syntax), ...openTags(syntax)]
  return syntax.text.includes('](') ? [...inHtml(syntax), ...inCode(syntax), ...inSample(syntax), ...found] : found
}

/**
 * `<p>See [limits](limits.md)</p>`: in a block of HTML no Markdown is read. An element that asks for Markdown, and a template, may
 * change that for the whole page.
 */
function inHtml({ text, path, blocks }: Syntax): InertLink[] {
  const html = blocks.filter(
    ({ node }) => node.type === 'html' && node.value.includes('](') && opening.test(node.value),
  )
  if (html.length === 0 || path.endsWith('.mdx') || mayHoldMarkdown(text)) return []
  return html.flatMap(({ range }) => inBlock(text, range))
}

/** `` `[limits`](limits.md) ``: the bracket that opens belongs to the code. */
function inCode(syntax: Syntax): InertLink[] {
  const { text } = syntax
  if (!text.includes('`](')) return []
  const opening = syntax.all('inlineCode').filter(({ node }) => node.value.startsWith('['))
  return opening.flatMap(({ node: { value }, range: [start, end] }): InertLink[] => {
    if (/[\]`]/.test(value) || !text.startsWith('](', end)) return []
    const [, url] = /^([^()\s]{1,500})\)/.exec(text.slice(end + 2, end + 502)) ?? []
    if (url === undefined) return []
    const range: Range = [start, end + url.length + 3]
    return [{ in: 'code', range, shown: text.slice(...range), text: `\`${value.slice(1)}\``, url }]
  })
}

/** `"url": "[https://x](https://x)"`: what a chat makes of a URL, and no text that is Markdown, which would say something else than its address. */
function inSample({ text }: Syntax): InertLink[] {
  if (!text.includes('"[http')) return []
  return Array.from(text.matchAll(pasted), ({ index, 0: shown, 1: caption = '', 2: url = '' }) => {
    const range: Range = [index, index + shown.length]
    return { in: 'sample', range, shown, text: caption, url }
  })
}

const pasted =
  /(?<="\s{0,9}:\s{0,9}")\[(https?:\/\/[^[\]\s"]{1,300})\]\(((?:https:\/\/www\.google\.com\/search\?q=)?\1)\)(?=")/g

function inBlock(text: string, range: Range): InertLink[] {
  const block = text.slice(...range)
  if (/\{[{%<]|<!--/.test(block)) return []
  return stretches(text, range).flatMap(({ element, range: [start, end] }) =>
    [...text.slice(start, end).matchAll(written)].flatMap(({ index, 0: shown, 1: caption = '', 2: url = '' }) => {
      const at: Range = [start + index, start + index + shown.length]
      // A link leads to a page, a place or a host: `calls[0](it)` does not.
      return /[./#]/.test(url) ? [{ in: 'html' as const, element, range: at, shown, text: caption, url }] : []
    }),
  )
}

/**
 * The texts in the elements, but for those that are code. Behind the end of an element, many generators read Markdown at once, and not
 * only behind an empty line.
 */
function stretches(text: string, [start, end]: Range): { element: string; range: Range }[] {
  const found: { element: string; range: Range }[] = []
  const open = new Depth()
  let from = start
  for (const tag of tags(text, start, end)) {
    if (open.holdsText && tag.range[0] > from) found.push({ element: open.name, range: [from, tag.range[0]] })
    from = tag.range[1]
    open.follow(tag)
  }
  if (open.holdsText && end > from) found.push({ element: open.name, range: [from, end] })
  return found
}

/** How deep a place lies in the outermost element, and in code. */
class Depth {
  #code = 0
  /** Of the outermost element, lower case. */
  name = ''
  #open = 0

  get holdsText(): boolean {
    return this.#code === 0 && this.#open > 0
  }

  follow({ name, closing }: Tag): void {
    const step = closing ? -1 : 1
    if (literal.test(name)) this.#code = Math.max(0, this.#code + step)
    else if (this.#open > 0) this.#open += name.toLowerCase() === this.name ? step : 0
    else if (!closing && opening.test(`<${name}`)) {
      this.name = name.toLowerCase()
      this.#open = 1
    }
  }
}
