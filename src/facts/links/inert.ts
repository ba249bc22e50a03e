import type { InertLink, Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { tags } from './html.ts'

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

/** The texts between the tags, but for those that are code. */
function stretches(text: string, [start, end]: Range): Range[] {
  const found: Range[] = []
  let from = start
  let depth = 0
  for (const { name, closing, range } of tags(text, start, end)) {
    if (depth === 0 && range[0] > from) found.push([from, range[0]])
    from = range[1]
    if (literal.test(name)) depth = Math.max(0, depth + (closing ? -1 : 1))
  }
  if (depth === 0 && end > from) found.push([from, end])
  return found
}
