import { getOrAdd } from '../grouped.ts'
import { type Tag, tags } from '../parse/html-tags.ts'
import { mayHoldMarkdown } from '../parse/markdown-in-tags.ts'
import type { Range } from '../types.ts'
import { isInSpan } from './spans.ts'
import type { Syntax } from './syntax.ts'

export interface PlacedTag {
  tag: Tag
  section: number
  /** Whether a table cell holds it. */
  inCell: boolean
}

/**
 * The tags of a page, each with its section. Markdown knows which of its text is HTML; MDX allows tags with expressions,
 * which Markdown takes for text, so there everything outside code counts.
 */
export function tagsOf(syntax: Syntax): PlacedTag[] {
  return getOrAdd(read, syntax, () => readTags(syntax))
}

/** Several extractors ask for the tags of one page. */
const read = new WeakMap<Syntax, PlacedTag[]>()

function readTags(syntax: Syntax): PlacedTag[] {
  if (!syntax.text.includes('<')) return []
  const placed = (range: Range, inCell: boolean) =>
    tags(syntax.text, ...range).map((tag) => ({ tag, section: syntax.sectionAt(tag.range[0]), inCell }))
  if (syntax.path.endsWith('.mdx')) {
    const start = syntax.blocks[0]?.range[0] ?? syntax.text.length
    return syntax.outsideCodeFrom(start).flatMap((it) => placed(it, false))
  }
  const found = syntax.all('html').flatMap(({ range, parent }) => placed(range, parent?.node.type === 'tableCell'))
  return mayHoldMarkdown(syntax.text) ? eachOnce(found, syntax) : found
}

/** In an element for Markdown, what is HTML by itself is a part of that of the element, too, and what stands in code is no tag. */
function eachOnce(found: readonly PlacedTag[], syntax: Syntax): PlacedTag[] {
  const each = new Map(found.map((it) => [it.tag.range[0], it]))
  return [...each.values()].filter(({ tag }) => !isInSpan(syntax, tag.range[0]))
}
