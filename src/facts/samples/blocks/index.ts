import type { Code } from 'mdast'
import { byStart, textBefore } from '../../../text.ts'
import type { FrontMatter } from '../../../types.ts'
import type { Located, Syntax } from '../../syntax.ts'
import type { CodeBlock } from './code.ts'
import { frontMatterCode } from './front-matter-code.ts'
import { lineStarts, placing } from './line-starts.ts'
import { lostFences } from './lost-fences.ts'
import { magicCode } from './magic-code.ts'
import { withoutNumbers } from './numbered.ts'
import { preformatted } from './preformatted.ts'
import { readings } from './readings.ts'

export function codeBlocks(syntax: Syntax, frontMatter?: FrontMatter): CodeBlock[] {
  const mayBeInside = syntax.text.includes('<pre')
  const blocks = syntax
    .all('code')
    .map((it) => withoutMarks(codeBlock(it, syntax.text)))
    .filter(({ fenced, range }) => fenced || !mayBeInside || !isInsidePre(syntax.text, range[0]))
  const more = [
    ...frontMatterCode(syntax.text, frontMatter),
    ...preformatted(syntax),
    ...magicCode(syntax),
    ...lostFences(syntax),
  ]
  return more.length > 0 ? [...blocks, ...more].sort(byStart) : blocks
}

/**
 * A fence and nothing else, indented so far that its marks are part of the code: behind a list, say, or in a component. Whoever wrote the
 * marks says with them what they hold.
 */
function withoutMarks(block: CodeBlock): CodeBlock {
  const lines = block.fenced || !/^[`~]{3}/.test(block.value) ? [] : block.value.trimEnd().split('\n')
  const [, marks = '', language = ''] = /^(`{3,}|~{3,})([\w-]*)[ \t]*$/.exec(lines[0] ?? '') ?? []
  const own = lines.slice(1, -1)
  if (marks === '' || lines.at(-1)?.trim() !== marks || own.some((it) => it.startsWith(marks))) return block
  const value = own.join('\n')
  const start = block.value.indexOf('\n') + 1
  return {
    ...block,
    language: language.toLowerCase(),
    value,
    ...readings(value),
    offset: (at) => block.offset(start + at),
  }
}

/** As far back as the beginning of what stands in a cell. */
const cellLength = 2000

/** `| <pre>` in a table's cell, the rest of it on lines of their own: some editors write so, and what is indented there is no block. */
function isInsidePre(text: string, start: number): boolean {
  const before = textBefore(text, start, cellLength)
  const opened = before.lastIndexOf('<pre')
  return opened > before.lastIndexOf('</pre') && /\|[^|\n]*$/.test(before.slice(0, opened))
}

function codeBlock({ node, range, section }: Located<Code>, text: string): CodeBlock {
  const source = text.slice(range[0], range[1])
  const opener = openerOf(node, source)
  const opened = opener !== undefined
  // Whoever reads the value knows one line end only; offsets are found line by line.
  const written = node.value.includes('\r') ? node.value.replace(/\r\n?/g, '\n') : node.value
  // A list in a language of its own has its numbers for itself.
  const value = opened && !node.lang ? withoutNumbers(written) : written
  // At the margin of the page a value stands in the document as it is.
  const content = opened ? text.indexOf('\n', range[0]) + 1 : range[0]
  const plain = content > 0 && value.length > 0 && text.startsWith(value, content)
  const { calls, messages } = readings(value)
  return {
    range,
    language: node.lang?.startsWith('{') ? languageInBraces(node) : languageIn(node.lang ?? ''),
    meta: node.meta ?? '',
    value,
    // Of the tags of a generator, nothing is true that is said of marks.
    fenced: opened && !opener.startsWith('{'),
    section,
    calls,
    messages,
    offset: plain
      ? (at) => Math.min(content + at, range[1])
      : placing(() => lineStarts(value, text, range, opened), range),
  }
}

/** `json[title]`, `json:order.json`, `js{1,3}`: what stands behind the language without a blank says something else of the block. */
function languageIn(info: string): string {
  const language = info.toLowerCase()
  return /^[a-z]+\d?[[{(:,;]/.test(language) ? (/^[a-z]+\d?/.exec(language)?.[0] ?? language) : language
}

/** `{1,3-5} json`, as VuePress has it, `{ .json .annotate }` and `{code-block} json`; options of the last would stand in the value. */
const inBraces = /^\{(?:[ ]?\.|[\d,-]*\}[ ]?|(?:code-block|code|sourcecode)\}[ ])([a-z]+\d?)/i

function languageInBraces({ lang, meta, value }: Code): string {
  const [, named = lang ?? ''] = value.startsWith(':') ? [] : (inBraces.exec(`${lang} ${meta}`) ?? [])
  return named.toLowerCase()
}

/**
 * The line above the value: the marks of a fence, or the tag of a generator in place of which a fence was read. An indented block may begin
 * like either, and that is then part of its value.
 */
function openerOf({ value }: Code, source: string): string | undefined {
  const line = /^[ \t]*((?:`{3,}|~{3,}|\{%|\{\{<)[^\r\n]*)/.exec(source)?.[1]?.trimEnd()
  return line === firstLine(value) ? undefined : line
}

function firstLine(value: string): string {
  const end = value.search(/[\r\n]/)
  return (end < 0 ? value : value.slice(0, end)).trim()
}
