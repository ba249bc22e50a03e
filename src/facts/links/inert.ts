import type { InertLink, Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { type Tag, tags } from './html.ts'

/** Elements that begin a block of HTML for CommonMark and for kramdown alike. In others, kramdown reads Markdown. */
const opening =
  /^<(?:article|aside|blockquote|center|div|dl|fieldset|figure|footer|form|header|main|nav|ol|p|section|table|ul)\b/i
/** What stands in these is shown as it is anyway. */
const literal = /^(?:code|kbd|pre|samp|script|style|svg|textarea|xmp)$/i
/** A link leads to a page, a place or a host: `calls[0](it)` does not. */
const written = /(?<![\w\])}\\])!?\[([^[\]\n]{1,300})\]\(([^()\s]*[./#][^()\s]*)\)/g

/**
 * `<p>See [limits](limits.md)</p>`: what looks like a link in a block of HTML, where no Markdown is read. An element that asks for
 * Markdown, and a template, may change that for the whole page.
 */
export function inertLinks({ text, path, blocks }: Syntax): InertLink[] {
  // Most pages have no HTML that begins a line.
  if (!text.includes('](') || !/^<[a-z]/im.test(text) || path.endsWith('.mdx') || /\smarkdown[=>]/.test(text)) return []
  return blocks.flatMap(({ node, range }) =>
    node.type === 'html' && node.value.includes('](') && opening.test(node.value) ? inBlock(text, range) : [],
  )
}

function inBlock(text: string, range: Range): InertLink[] {
  const block = text.slice(...range)
  if (/\{[{%<]|<!--/.test(block)) return []
  return stretches(text, range).flatMap(([start, end]) =>
    Array.from(text.slice(start, end).matchAll(written), ({ index, 0: shown, 1: caption = '', 2: url = '' }) => {
      const at: Range = [start + index, start + index + shown.length]
      return { range: at, shown, text: caption, url }
    }),
  )
}

/**
 * The texts in the elements, but for those that are code. Behind the end of an element, many generators read Markdown at once, and not
 * only behind an empty line.
 */
function stretches(text: string, [start, end]: Range): Range[] {
  const found: Range[] = []
  const open = new Depth()
  let from = start
  for (const tag of tags(text, start, end)) {
    if (open.holdsText && tag.range[0] > from) found.push([from, tag.range[0]])
    from = tag.range[1]
    open.follow(tag)
  }
  if (open.holdsText && end > from) found.push([from, end])
  return found
}

/** How deep a place lies in the outermost element, and in code. */
class Depth {
  #code = 0
  #name = ''
  #open = 0

  get holdsText(): boolean {
    return this.#code === 0 && this.#open > 0
  }

  follow({ name, closing }: Tag): void {
    const step = closing ? -1 : 1
    if (literal.test(name)) this.#code = Math.max(0, this.#code + step)
    else if (this.#open > 0) this.#open += name === this.#name ? step : 0
    else if (!closing && opening.test(`<${name}`)) {
      this.#name = name
      this.#open = 1
    }
  }
}
