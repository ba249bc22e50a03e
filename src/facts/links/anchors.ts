import { isComponent, tags } from '../../parse/html-tags.ts'
import { byStart, startOfLine } from '../../text.ts'
import type { Anchor } from '../../types.ts'
import { isInSpan } from '../spans.ts'
import type { Located, Syntax } from '../syntax.ts'
import { tagsOf } from '../tags.ts'

/** `{#id}` of Markdown-it, Docusaurus and Hugo, `{: #id .class}` and `{ id="id" }` of kramdown and Python-Markdown, Docusaurus' comment. */
const braces = /(?<!\{)\{([^{}\n]{2,200})\}(?!\})/g
const idInBraces = /^(?::|\/\*)?(?:[^#"]*\s)?(?:#([^\s#]+)|id="([^\s"]+)")/

/** Anchors that somebody wrote, in the order of the text. */
export function anchors(syntax: Syntax): Anchor[] {
  return [...htmlAnchors(syntax), ...attributeAnchors(syntax), ...marked(syntax)].sort(byStart)
}

interface Form {
  /** What a text holds that has such anchors. */
  hint: string
  inside: readonly ('heading' | 'paragraph')[]
  pattern: RegExp
}

const forms: readonly Form[] = [
  // `(label)=` on a line of its own: MyST's target for what follows; `$$ (label)`, for the formula above.
  { hint: ')=', inside: ['paragraph'], pattern: /(?<=^\ufeff?\()[\w.:/-]+(?=\)=[ \t]*$)/gm },
  { hint: '$$ (', inside: ['paragraph'], pattern: /(?<=\$\$ \()[\w.:/-]+(?=\)[ \t]*$)/gm },
  // HashiCorp's further anchor for a heading, or for what the name tells that opens a list item.
  { hint: '((#', inside: ['heading', 'paragraph'], pattern: /(?<=\(\(#)[^()\s]{1,200}(?=\)\))/g },
  // In a heading of docsify, and at the end of one of Fumadocs.
  { hint: ':id=', inside: ['heading'], pattern: /(?<=^#.{0,300}\s:id=)[\w-]+/g },
  { hint: '[#', inside: ['heading'], pattern: /(?<=\[#)[\w-]{1,200}(?=\][ \t]*$)/g },
]

/** Those that only some reader of Markdown knows. */
function marked(syntax: Syntax): Anchor[] {
  const { text } = syntax
  return forms.flatMap(({ hint, inside, pattern }) =>
    text.includes(hint) ? inside.flatMap((type) => syntax.all(type).flatMap((it) => idsIn(it, text, pattern))) : [],
  )
}

function idsIn({ range: [start, end], section }: Located, text: string, pattern: RegExp): Anchor[] {
  return Array.from(text.slice(start, end).matchAll(pattern), ({ index, 0: written }): Anchor => {
    const at = start + index
    return { id: unescaped(written), kind: 'attribute', range: [at, at + written.length], section }
  })
}

/** Markdown wants `_` escaped. */
function unescaped(id: string): string {
  return id.replaceAll('\\', '')
}

function htmlAnchors(syntax: Syntax): Anchor[] {
  const named = [...tagsOf(syntax), ...indentedTags(syntax)].filter(({ tag }) => tag.attributes.length > 0)
  return named.flatMap(({ tag, section }) =>
    tag.attributes
      .filter(({ name, value }) => value !== '' && (name === 'id' || (name === 'name' && /^a$/i.test(tag.name))))
      .filter(({ value }, index, all) => all.findIndex((it) => it.value === value) === index)
      .map(
        ({ value, range }): Anchor => ({
          id: value,
          kind: isComponent(tag.name) ? 'component' : 'html',
          range,
          section,
        }),
      ),
  )
}

/** Behind an empty line within HTML, CommonMark takes indented tags for code; other readers of Markdown go on to the end of the element. */
function indentedTags({ blocks, text }: Syntax) {
  if (!/^(?: {4}|\t)[ \t]*<[^>\n]*\sid=/m.test(text)) return []
  return blocks.flatMap(({ node, range, section }, at) =>
    node.type === 'code' && /^\s*</.test(node.value) && !/[`~]/.test(text.charAt(range[0])) && isHtml(blocks[at - 1])
      ? tags(text, ...range).map((tag) => ({ tag, section }))
      : [],
  )
}

function isHtml(block: Located | undefined): boolean {
  return block?.node.type === 'html'
}

/** `{: #id }` right below a table is of the table, and a row of it to CommonMark. */
function belowTables(syntax: Syntax): Pick<Located, 'range' | 'section'>[] {
  const { text } = syntax
  return syntax.all('table').flatMap(({ range: [start, end], section }) => {
    const last = startOfLine(text, end)
    return last > start && /^ {0,3}\{/.test(text.slice(last, last + 4)) ? [{ range: [last, end], section }] : []
  })
}

function attributeAnchors(syntax: Syntax): Anchor[] {
  const { text } = syntax
  if (!text.includes('{')) return []
  const lines = [...syntax.all('heading'), ...syntax.all('paragraph'), ...belowTables(syntax)]
  const braced = lines.filter(({ range }) => text.slice(range[0], range[1]).includes('{'))
  return braced.flatMap(({ range: [start, end], section }) => {
    const source = text.slice(start, end)
    return [...source.matchAll(braces)].flatMap((match): Anchor[] => {
      // `[{#T}](page.md)`: the title of the page, in the links of Diplodoc.
      if (match[1] === '#T' && source.startsWith('](', match.index + match[0].length)) return []
      const found = idInBraces.exec(match[1] ?? '')
      const id = found?.[1] ?? found?.[2]
      // `{:#?}` is a pattern of a programming language.
      if (!found || id === undefined || !/[\p{L}\p{N}]/u.test(id) || isInSpan(syntax, start + match.index)) return []
      // The id, or its closing quote, ends the match; "{" stands before it.
      const at = start + match.index + 1 + found[0].length - id.length - (found[2] === undefined ? 0 : 1)
      return [{ id: unescaped(id), kind: 'attribute', range: [at, at + id.length], section }]
    })
  })
}
