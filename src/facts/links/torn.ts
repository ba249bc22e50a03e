import { squash } from '../../text.ts'
import type { InertLink, Range } from '../../types.ts'
import { isInSpan } from '../spans.ts'
import type { Syntax } from '../syntax.ts'

interface Way {
  in: InertLink['in']
  /** What the text must hold: most pages pay one look for it. */
  hint: string | RegExp
  pattern: RegExp
  /** What the address must be, besides. */
  accepts?: RegExp
  /** The address is a title of the page. */
  titled?: boolean
  /** A blank or a line's end stands in the address. */
  gapped?: boolean
}

/** What all hints of addresses with a gap have in common: most pages have none. */
const gap = /\]\([^()\s]*\s/

/** How the two halves of a link come apart. */
const ways: Way[] = [
  // `[limits]` at the end of a line, `(limits.md)` at the beginning of the next: an editor broke the line there.
  {
    in: 'lines',
    hint: /\][ \t]*\r?\n[ \t>]*\(/,
    pattern:
      /(?<![\w\])])\[([^[\]\n]{1,200})\][ \t]{0,20}\r?\n[ \t>]{0,20}\(((?:https?:|[./#]|[\w-]{1,80}\/|[\w-]{1,80}\.(?:md|html|json)\b)[^()\s]{0,500})\)/g,
  },
  // `[limits](https://example.com/pots/` at the end of a line, `limits.md)` at the beginning of the next.
  {
    in: 'lines',
    gapped: true,
    hint: /\]\([^\s()]{1,500}[ \t]{0,20}\r?\n/,
    pattern:
      /(?<!\\)\[([^[\]\n]{1,200})\]\(((?:https?:\/\/|\.{1,2}\/)[^\s()<>]{1,500})[ \t]{0,20}\r?\n[ \t>]{0,20}([\w./#?=&%~+-]{1,500})\)/g,
  },
  // `[limits]https://example.com`
  {
    in: 'bare',
    hint: /\]https?:\/\//,
    pattern: /(?<![A-Za-z\d\])!\\`])\[([A-Za-z][^[\]\n]{1,200})\](https?:\/\/[^\s<>()[\]"'`*|]{1,500}[A-Za-z\d/])/g,
  },
  // `[limits] (https://example.com)`, `[limits] (pots/limits.md)`; a letter or a number alone is the mark of a note, or of a box
  {
    in: 'gap',
    hint: '] (',
    pattern:
      /(?<![\w\])\\`])\[((?:[A-Za-z/#@][^[\]\n]{2}|(?![A-Za-z])\p{L})[^[\]\n]{0,200})\] \(((?:(?:https?:\/\/|\.{1,2}\/|#[A-Za-z]\w*-)[^\s<>()[\]"'`*|]{1,500}|[\w-][\w./-]{0,200}\.mdx?(?:#[\w-]{1,100})?))\)/gu,
  },
  // `(limits)[https://example.com]`, `(limits)[#limits]`
  {
    in: 'turned',
    hint: ')[',
    pattern:
      /(?<![\w\])\\`])\(([A-Za-z][^()[\]\n]{1,200})\)\[((?:https?:\/\/|\.{1,2}\/|#[A-Za-z])[^\s<>()[\]"'`*|]{1,500})\](?![([])/g,
  },
  // `(limits)[pot-limits]`, `(limits)[limits.md#pots]`: what there is under that name, the project tells.
  {
    in: 'turned',
    hint: ')[',
    pattern:
      /(?<![\w\])\\`])\(([A-Za-z][^()[\]\n]{1,200})\)\[([A-Za-z]\w*[-/.][\w/.-]{1,200}(?:#[\w-]{1,200})?)\](?![([:])/g,
  },
  // `(limits)(https://example.com)`, `(limits)(pots/limits.md)`
  {
    in: 'round',
    hint: /\)\((?:https?:|[\w./-]{1,200}\.(?:md|mdx|html)[#)])/,
    pattern:
      /(?<![\w\])\\`])\(([A-Za-z][^()[\]\n]{1,200})\)\((https?:\/\/[^\s<>()[\]"'`*|]{1,500}|[\w./-]{1,200}\.(?:md|mdx|html)(?:#[\w-]{1,200})?)\)/g,
  },
  // `[limits](../Older versions/limits.md)`
  {
    in: 'blanks',
    gapped: true,
    hint: /\]\([^()\s"'<>]{1,200} [^()\n"'<>]{1,200}\.(?:md|mdx|html)[#)]/,
    pattern: /(?<![\w\])\\`])!?\[([^[\]\n]{1,200})\]\(([^()\s"'<>][^()\n"'<>]{1,400})\)/g,
    accepts: /^(?!https?:)\S+ .*\.(?:md|mdx|html)(?:#[\w-]+)?$/,
  },
  // `[limits](limits.md#Limits of pots)`, `[limits](/pots/#limits-of pots)`
  {
    in: 'blanks',
    gapped: true,
    hint: /\]\((?:[^()\s"'<>]{1,200}\.(?:md|mdx|html)|\.{0,2}\/[^()\s"'<>#]{0,200})#[^()\s"'<>]{1,200} [^()\s"'<>]/,
    pattern:
      /(?<![\w\])\\`])\[([^[\]\n]{1,200})\]\(((?:[^()\s"'<>#]{1,200}\.(?:md|mdx|html)|\.{0,2}\/[^()\s"'<>#]{0,200})#[^()\n"'<>]{1,200})\)/g,
    accepts: /^(?!https?:).* (?!.*\.(?:md|mdx|html)(?:#[\w-]+)?$)/,
  },
  // `[round lids](https://example.com/lids?form=nearly round)`; ` =200x100` is the size of an image to some
  {
    in: 'blanks',
    gapped: true,
    hint: /\]\(https?:\/\/[^()\s"'<>{}]{1,300} [^()\n"'<>{}]{0,300}[^()\s"'<>{}]\)/,
    pattern:
      /(?<![\w\])\\`])!?\[([^[\]\n]{1,300})\]\((https?:\/\/[^()\s"'<>{}]{1,300} (?![=:])[^()\n"'<>{}]{0,300}[^()\s"'<>{}])\)/g,
  },
  // `[limits](#Limits of pots)`, where a section has that title
  {
    in: 'blanks',
    gapped: true,
    hint: /\]\(#[^()\s"'<>]{1,200} [^()\s"'<>]/,
    pattern: /(?<![\w\])\\`])\[([^[\]\n]{1,200})\]\((#[^()\s"'<>][^()\n"'<>]{1,200})\)/g,
    accepts: / /,
    titled: true,
  },
  // `[limits]((limits.md) of pots`; `[limits]((limits.md))` leads to a file with parentheses in its name
  {
    in: 'doubled',
    hint: ']((',
    pattern:
      /(?<![\w\])\\`])\[([^[\]\n]{1,200})\]\(\(((?:https?:\/\/|\.{1,2}\/|[#/][A-Za-z]|[\w/-]{1,80}\.(?:md|html)\b)[^()\s]{0,300})\)(?=$|[\s.,;:!?|])(?![ \t]{1,9}["'(])/g,
  },
  // `limits](limits.md)`
  {
    in: 'unopened',
    // Of a line, too, nothing else comes before: it might as well be the end of a link that began on the line above.
    hint: /\]\((?<=(?:^|\n)[^[\]\n]{1,400}\w\]\()(?:https?:\/\/|\.{1,2}\/|#[A-Za-z]|[\w/-]{1,80}\.(?:md|html)\b)/,
    pattern:
      /()\]\((?<=^[^[\]]{1,400}\w\]\()((?:https?:\/\/|\.{1,2}\/|#[A-Za-z]|[\w/-]{1,80}\.(?:md|html)\b)[^()\n]{0,300})\)/g,
  },
]

/** Links that Markdown does not see, since something stands between their halves, or their parentheses are missing. */
export function tornLinks(syntax: Syntax): InertLink[] {
  const hasGap = gap.test(syntax.text)
  const found = ways.filter(({ hint, gapped }) => {
    if (gapped && !hasGap) return false
    return typeof hint === 'string' ? syntax.text.includes(hint) : hint.test(syntax.text)
  })
  if (found.length === 0) return []
  const labels = new Set(syntax.all('definition').map(({ node }) => node.identifier))
  const titles = new Set(found.some(({ titled }) => titled) ? syntax.sections.map(({ title }) => squash(title)) : [])
  const prose = [...syntax.all('paragraph'), ...syntax.all('tableCell'), ...syntax.all('heading')]
  return found.flatMap((way) =>
    prose
      .flatMap(({ range }) => inParagraph(syntax.text, range, way))
      .filter((it) => way.accepts?.test(it.url) ?? true)
      .filter(({ url }) => !way.titled || titles.has(squash(url)))
      // A label that is defined makes a link by itself.
      .filter((it) => !isInSpan(syntax, it.range[0]) && !labels.has(it.text.toLowerCase())),
  )
}

function inParagraph(text: string, [start, end]: Range, way: Way): InertLink[] {
  return Array.from(
    text.slice(start, end).matchAll(way.pattern),
    ({ index, 0: found, 1: label = '', 2: url = '', 3: rest = '' }) => ({
      in: way.in,
      range: [start + index, start + index + found.length],
      shown: found.replace(/[ \t]*\r?\n[ \t>]*/, ' '),
      text: label,
      url: url + rest,
    }),
  )
}
