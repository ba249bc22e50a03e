import { getOrAdd, increment, shelve } from '../../../grouped.ts'
import { nameOf } from '../../../parse/html-tags.ts'
import { textBefore } from '../../../text.ts'
import type { UnclosedElement } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { tagsOf } from '../../tags.ts'

/** Elements that have both tags, or that browsers close by themselves, but never open. An end tag of a paragraph makes one. */
const paired =
  /^(?:[A-Z]\w*|(?:a|article|aside|b|big|blockquote|center|code|dd|details|div|dl|dt|em|figure|font|footer|form|h[1-6]|header|i|li|main|mark|nav|ol|pre|s|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|video))$/

/**
 * End tags of elements that are not open. A tag that Markdown takes for code may have opened them for another renderer, so the text must
 * have more ends than beginnings, wherever they stand.
 */
export function strayEnds(syntax: Syntax): UnclosedElement[] {
  if (!syntax.text.includes('</') || syntax.path.endsWith('.mdx') || /\{[%{]|<%/.test(syntax.text)) return []
  const open = new Map<string, number>()
  const stray = new Map<string, UnclosedElement[]>()
  for (const { tag } of tagsOf(syntax)) {
    const name = nameOf(tag.name)
    if (!paired.test(name)) continue
    const depth = open.get(name) ?? 0
    if (!tag.closing) increment(open, name)
    else if (depth > 0) open.set(name, depth - 1)
    else if (endsSomething(syntax.text, tag.range[0])) shelve(stray, name, { name, range: tag.range, isEnd: true })
  }
  if (stray.size === 0) return []
  const surplus = surplusOfEnds(syntax.text)
  // What a file begins with ends what another one has opened, which a build puts in front of it.
  const start = syntax.text.search(/\S/)
  return [...stray].flatMap(([name, [first, ...more]]): UnclosedElement[] => {
    const { count = 0, at } = surplus.get(name) ?? {}
    const found = more.find(({ range }) => range[0] === at) ?? first
    return found && found.range[0] > start && count > 0 ? [found] : []
  })
}

/** "if a </td> is missing" names a tag: one that ends something stands right behind that, or on a line of its own. */
function endsSomething(text: string, at: number): boolean {
  return /(?:^|\n)[ \t>]*$|[^\s([{"'“‘]$/.test(textBefore(text, at, 40))
}

interface Surplus {
  count: number
  /** The first end that nothing before it opens. */
  at?: number
}

/** How many more ends than beginnings the elements of a name have. */
function surplusOfEnds(text: string): ReadonlyMap<string, Surplus> {
  const found = new Map<string, Surplus>()
  for (const { index, 1: slash, 2: written = '' } of text.matchAll(/<(\/?)([A-Za-z][\w-]*)/g)) {
    const name = nameOf(written)
    const surplus = getOrAdd(found, name, () => ({ count: 0 }))
    surplus.count += slash ? 1 : -1
    if (surplus.count > 0) surplus.at ??= index
  }
  return found
}
