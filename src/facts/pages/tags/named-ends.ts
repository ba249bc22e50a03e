import { nameOf } from '../../../parse/html-tags.ts'
import { textBefore } from '../../../text.ts'
import type { StrangeTag } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { tagsOf } from '../../tags.ts'

/** What stands before a tag that a sentence names, and behind it. */
const named: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/\($/, /^\)/],
  [/["“]$/, /^["”]/],
  [
    /\b(?:an?|the|closing|end|final|missing)[ \t](?:tag[ \t])?$/i,
    /^(?:[.,;:]?(?:[ \t]*\r?\n|$)|[.,;][ \t]|[ \t]+(?:elements?|is|tags?)\b)/,
  ],
]

/**
 * `if a row lacks its end tag (</tr>)`: what a sentence names is the end of an element that nothing opens, so browsers skip it, and
 * nobody sees it.
 */
export function namedEnds(syntax: Syntax): StrangeTag[] {
  const { text, path } = syntax
  if (!text.includes('</') || path.endsWith('.mdx') || /\{[%{]|<%/.test(text)) return []
  const tags = tagsOf(syntax)
  const suspects = tags.filter(({ tag: { closing, range } }) => {
    if (!closing) return false
    const [before, after] = [textBefore(text, range[0], 40), text.slice(range[1], range[1] + 40)]
    return named.some(([lead, end]) => lead.test(before) && end.test(after))
  })
  if (suspects.length === 0) return []
  const opened = new Set(tags.flatMap(({ tag }) => (tag.closing ? [] : nameOf(tag.name))))
  return suspects.flatMap(({ tag: { name, range } }) =>
    opened.has(nameOf(name)) ? [] : [{ tag: text.slice(...range), range }],
  )
}
