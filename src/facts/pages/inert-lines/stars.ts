import type { Nodes } from 'mdast'
import { rangeOf } from '../../../parse/points.ts'
import { startOfLine } from '../../../text.ts'
import type { InertLine, Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** `** Required **` on a line of its own, or before a colon: stars mark words that they touch. */
const loose = /\*\*[ \t]{1,3}[\p{L}\d](?:[^*\n]{0,60}[^\s*])?[ \t]{1,3}\*\*(?=[ \t]*(?:\r?\n|$|:))/gu

/** `**Note ** fire it`, `** Note** fire it`, with words or code in between: the stars on one side touch nothing. */
const halfLoose =
  /\*\*(?<=(?:^|[\s(])\*\*)(?:(?=[\p{L}`])[^*\n]{0,60}[^\s*,(][ \t]{1,3}|[ \t]{1,3}(?=[\p{L}`])[^*\n]{0,60}[^\s*])\*\*(?=[\s.,:;!?)]|$)/gu

export function looseStars(syntax: Syntax): InertLine[] {
  const { text } = syntax
  const isClosedLate = text.includes(' **') && text.search(halfLoose) >= 0
  if (!isClosedLate && (!text.includes('** ') || !text.includes(' **') || text.search(loose) < 0)) return []
  return syntax.all('paragraph').flatMap(({ node, range: [start, end] }) => {
    const source = text.slice(start, end)
    const all = Array.from(source.matchAll(loose)).flatMap(({ index, 0: { length } }): InertLine[] => {
      const at = start + index
      const leads = text.slice(startOfLine(text, at), at).trim() === '' || at === start
      return leads ? [{ in: 'stars', range: [at, at + length] }] : []
    })
    const half = isClosedLate ? Array.from(source.matchAll(halfLoose)) : []
    const shown = half
      .map(({ index, 0: { length } }): Range => [start + index, start + index + length])
      .filter(([from, to]) => isText(node, from) && isText(node, to - 2))
    return [...all, ...shown.map((range): InertLine => ({ in: 'stars', range }))]
  })
}

/** Whether readers see the two stars at an offset: no emphasis begins or ends with them, and no code has them. */
function isText(node: Nodes, at: number): boolean {
  if (!('children' in node)) return node.type === 'text'
  return node.children.some((child) => {
    const [start, end] = rangeOf(child) ?? [at, at]
    return start <= at && at + 2 <= end && isText(child, at)
  })
}

/** A paragraph whose first words were to be bold, or that lost the first star of a label: no other star is in it. */
const open = /^(?:\*\*(?=\p{L})[^*]*|\*(?=\p{L})[^*\n]{1,60}\*\*)$/u
/** `***Returns:** a pot`: three that open a label, and two that close it. */
const oneMore = /^\*{3}(?=\p{L})[^*\n]{1,60}\*\*(?!\*)/u
/** So many other paragraphs show that stars mark words there. */
const usual = 2

/** `**Note: fire it twice`, `*Returns:**`, `***Returns:** a pot`, on a page that has bold words elsewhere: stars that nothing closes, or opens. */
export function openStars(syntax: Syntax): InertLine[] {
  const { text } = syntax
  if (!text.includes('**')) return []
  const starred = syntax.all('paragraph').filter(({ range: [start] }) => text[start] === '*')
  const found = starred.filter(({ range }) => isOpen(text.slice(...range)))
  if (found.length === 0) return []
  const others = starred.filter(({ range }) => /^\*\*[^*\n]+\*\*/.test(text.slice(...range)))
  if (others.length < usual || hasFootnotes(syntax)) return []
  return found.map(({ range: [start, end] }): InertLine => {
    const line = text.slice(start, end).split('\n', 1)[0] ?? ''
    return { in: 'open stars', range: [start, start + line.trimEnd().length] }
  })
}

/** A single star further on may close what the third one opens. */
function isOpen(source: string): boolean {
  if (open.test(source)) return true
  const [label = ''] = oneMore.exec(source) ?? []
  return label !== '' && !source.slice(label.length).replaceAll('**', '').includes('*')
}

/** `| Glaze** |`: two stars that lead to a note below are no marks. */
function hasFootnotes(syntax: Syntax): boolean {
  const sources = [...syntax.all('paragraph'), ...syntax.all('tableCell')].map(({ range }) =>
    syntax.text.slice(...range),
  )
  return sources.some((it) => it.lastIndexOf('**') > 0 && !open.test(it) && it.split('**').length === 2)
}

/** `### Pot glazes**`, `### **Pot glazes`: no other star is in the title. `**kwargs` and `char**` are words of programs. */
const openTitle = /^#{1,6}[ \t]+(?=[^ \t]+[ \t]+[\p{L}\d(])(?:\*\*(?=[\p{L}\d])[^*\n]*|[^*\n]*[\p{L}\d)]\*\*)[ \t#]*$/u

/** Titles with stars that nothing closes, or opens, on a page without notes to which two stars could lead. */
export function openTitles(syntax: Syntax): InertLine[] {
  const { text, sections } = syntax
  if (!text.includes('**')) return []
  const found = sections.filter(({ heading: [start, end] }) => openTitle.test(text.slice(start, end)))
  if (found.length === 0 || hasFootnotes(syntax) || /^[ \t]*(?:\*\*|\\\*\\\*)[ \t]/m.test(text)) return []
  return found.map(({ heading }): InertLine => ({ in: 'title stars', range: heading }))
}
