import { tags } from '../../../parse/html-tags.ts'
import { mayHoldMarkdown } from '../../../parse/markdown-in-tags.ts'
import { isForDoxygen } from '../../../site/doxygen.ts'
import type { Dialect, InertLine, Range } from '../../../types.ts'
import type { Located, Syntax } from '../../syntax.ts'
import { tightHeadings } from '../../tight-headings.ts'
import { brokenHeads } from './broken-heads.ts'
import { emptyTabs } from './empty-tabs.ts'
import { lostBreaks } from './lost-breaks.ts'
import { openEntities } from './open-entities.ts'
import { shownEscapes } from './shown-escapes.ts'
import { looseStars, openStars, openTitles } from './stars.ts'
import { tightItems } from './tight-items.ts'

/**
 * A heading, the beginning of a fence, an item of a list, a row of a table above the line below titles, or a line that begins with a link
 * or code: behind its end, nothing goes on.
 */
const marked =
  /\n(#{1,6}[ \t]+[^\s#][^\r\n]*|(?:```|~~~)[^\r\n]*(?=\r?\n[ \t]*\S)|(?:[-*+]|\d{1,2}\.)[ \t]+[\p{L}\d`*[][^\r\n]*|\|[^\r\n]*\|(?=[ \t]*\r?\n\|[ \t]*:?-)|(?:\[[^\]\r\n]{1,99}\]\([^\s()]{1,300}\)|`[^`\r\n]{1,99}`|\*\*[^*\s][^*\r\n]{0,99}\*\*)(?=[\s.,:;])[^\r\n]*)/u
/** Nobody knows what a template leaves. */
const template = /<[%?]|\{[{%<]/
/** Elements that hold nothing. */
const empty = /^(?:br|hr|img)$/i

/** Lines of Markdown that readers see as they are written. */
export function inertLines(syntax: Syntax, { components }: Dialect): InertLine[] {
  const isMdx = components || syntax.path.endsWith('.mdx')
  const lines = [...(isMdx ? [] : belowHtml(syntax)), ...(hasTight(syntax.text) ? tightLines(syntax) : [])]
  return [
    ...lines,
    ...looseStars(syntax),
    ...openStars(syntax),
    ...openTitles(syntax),
    ...shownEscapes(syntax),
    ...lostBreaks(syntax),
    ...brokenHeads(syntax),
    ...emptyTabs(syntax),
    ...tightItems(syntax),
    ...openEntities(syntax),
  ]
}

/** `<br>` and `## Glazes` in the next line: what begins with a tag goes on to the next empty line. */
function belowHtml({ text, blocks }: Syntax): InertLine[] {
  const html = blocks.filter(({ node }) => node.type === 'html' && marked.test(node.value))
  if (html.length === 0 || mayHoldMarkdown(text)) return []
  return html.flatMap(({ range: [start, end] }): InertLine[] => {
    const found = marked.exec(text.slice(start, end))
    if (!found) return []
    const at = start + found.index + 1
    const range: Range = [at, start + found.index + found[0].length]
    return isOver(text.slice(start, at).trimEnd()) ? [{ in: 'html', range }] : []
  })
}

/** Whether all is closed again in a piece of HTML. In what is open, tools that are no CommonMark read Markdown; no tool makes that of `<details>`. */
function isOver(html: string): boolean {
  if (template.test(html)) return false
  const found = tags(html)
  let open = 0
  for (const { name, closing, alone } of found) {
    // Components end where their renderer wants it.
    if (!/^[a-z][a-z\d]*$/.test(name)) return false
    if (!alone && !empty.test(name) && name !== 'details') open += closing ? -1 : 1
  }
  return open <= 0 && found.at(-1)?.range[1] === html.length
}

/** One look at each line that begins with `#`, of which pages have few. */
function hasTight(text: string): boolean {
  if (isTight(text, 0)) return true
  for (let at = text.indexOf('\n#'); at >= 0; at = text.indexOf('\n#', at + 2)) if (isTight(text, at + 1)) return true
  return false
}

function isTight(text: string, start: number): boolean {
  let at = start
  while (text[at] === '#') at++
  return at > start && at - start <= 6 && /[\p{L}\p{N}]/u.test(text[at] ?? '')
}

const tight = /^(#{1,6})([\p{L}\p{N}][^\r\n]*)/gmu
/** Behind a single `#`, code and tags are written, too: a title is a few words, and begins as a title does. */
const title = /^[\p{Lu}\p{Lo}][\p{L}\p{N} ()/,.'&-]{1,60}:?\s*$/u

/**
 * `##Glazes` on a page whose other headings of that depth have the blank, or a line below them. Where nearly all lack it, who writes so
 * has a reader who knows it.
 */
function tightLines({ text, blocks }: Syntax): InertLine[] {
  const all = blocks.flatMap(({ node, range }) => (node.type === 'heading' ? { depth: node.depth, range } : []))
  const headings = all.filter(({ range }) => text[range[0]] === '#')
  if (headings.length === 0) return []
  const depths = new Set<number>(all.map(({ depth }) => depth))
  const first = blocks[0]
  const found = blocks.flatMap((it): InertLine[] => {
    if (it.node.type !== 'paragraph') return []
    return inParagraph(text, it, (depth) => depths.has(depth) || it === first)
  })
  if (found.length === 0 || found.length > headings.length) return []
  return isForDoxygen(text) || tightHeadings(text, false) ? [] : found
}

function inParagraph(text: string, { range: [start, end] }: Located, isUsual: (depth: number) => boolean): InertLine[] {
  const paragraph = text.slice(start, end)
  if (!paragraph.includes('#')) return []
  return [...paragraph.matchAll(tight)].flatMap(({ index, 0: line, 1: marks = '', 2: words = '' }): InertLine[] => {
    const isHeading = marks.length > 1 || (line.length === paragraph.length && title.test(words))
    const at = start + index
    return isHeading && isUsual(marks.length) ? [{ in: 'text', range: [at, at + line.length] }] : []
  })
}
