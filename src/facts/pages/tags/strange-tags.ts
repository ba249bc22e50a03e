import { isForDoxygen } from '../../../site/doxygen.ts'
import type { Fact, Range, StrangeTag, UnclosedElement } from '../../../types.ts'
import { ranges } from '../../ranges.ts'
import { isInHtmlFence } from '../../samples/fences/html-fences.ts'
import type { Syntax } from '../../syntax.ts'
import { tagsOf } from '../../tags.ts'

/** What browsers know, and what many once wrote. Parts of drawings and formulas stand in an element of their own, and are closed. */
const elements = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button
  canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
  embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
  img input ins kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter
  nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
  progress q rb rbc rp rt rtc ruby s samp script search section select selectmenu slot small source spacer span strike
  strong style sub summary sup svg table tbody td template textarea tfoot th thead time title toc tr track tt u ul var video wbr
  xmp`.split(/\s+/),
)

/** Elements that must be closed, by words that are types and placeholders, too. */
const types = new Set(
  'address button canvas data label map menu object output select slot style summary template time title'.split(' '),
)

/** What others copy and fill in. */
const forCopies = /(?:^|[/_.-])templates?(?:\/|\.\w+$)/i

/**
 * `<user name>` in a sentence: Markdown takes it for a tag, a browser for an element that it does not know, and nobody sees
 * the words. A component has values, or is closed; in MDX nothing else would build. What was `told` of is none.
 */
export function strangeTags(syntax: Syntax, told: readonly UnclosedElement[]): StrangeTag[] {
  const { text, path } = syntax
  if (!text.includes('<') || path.endsWith('.mdx') || forCopies.test(path)) return []
  const known = new Set(told.map(({ range }) => range[0]))
  const found = tagsOf(syntax).flatMap(({ tag: { name, closing, attributes, range } }) => {
    const tag = text.slice(...range)
    // Word characters and blanks: what else stands there is a template's, an address, or an attribute that means something.
    if (closing || known.has(range[0]) || !/^<[A-Za-z][\w -]*>$/.test(tag)) return []
    if (elements.has(name.toLowerCase()) && !isPartOfWord(text, tag, range)) return []
    if (attributes.some(({ value }) => value !== '') || /[{<]/.test(text[range[0] - 1] ?? '')) return []
    return [{ name: name.toLowerCase(), tag, range }]
  })
  // What stands between the two tags of a template may be code to it.
  if (found.length === 0 || /\{\{[<%]\s*\/|\{%-?\s*end/.test(text)) return []
  // Doxygen shows a tag that it does not know; a README is read at its host, too.
  if (isForDoxygen(text) && !/(?:^|\/)readme\b[^/]*$/i.test(path)) return []
  const blocks = syntax.all('code')
  const closed = closedNames(text, blocks)
  return found.flatMap(({ name, tag, range }) =>
    closed.has(name) || isInHtmlFence(text, range[0], blocks) ? [] : [{ tag, range }],
  )
}

/** `Array<object>`: a word goes on with what its author takes for anything but an element. */
function isPartOfWord(text: string, tag: string, [start]: Range): boolean {
  return types.has(tag.slice(1, -1).toLowerCase()) && /[A-Za-z]/.test(text[start - 1] ?? '')
}

/** Whatever is closed anywhere, but for what a fence shows: code by its indentation may be what a component holds. */
function closedNames(text: string, blocks: readonly Fact[]): ReadonlySet<string> {
  const fences = ranges(blocks.flatMap(({ range }) => (/[`~]/.test(text[range[0]] ?? '') ? [range] : [])))
  const ends = Array.from(text.matchAll(/<\/([A-Za-z][\w-]*)/g), ({ 1: name = '', index }) => ({ name, index }))
  return new Set(ends.flatMap(({ name, index }) => (fences.at(index) ? [] : name.toLowerCase())))
}
