import { startOfLine, textBefore } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import { sectionsAround } from '../../sections.ts'
import type { Located, Syntax } from '../../syntax.ts'
import { isDelimiter, problemIn, splitRow } from './cells.ts'

/** A title, or what begins as a sentence does: the other text of a page that is indented with its table. */
const words = /^\s*(?:#{1,6}[ \t]|\p{Lu}\p{Ll}*\s+[\p{L}(`*])/u

/** Whoever writes of Markdown, or of what a program prints, shows how a table is written. */
const aboutMarkdown = /\bmarkdown\b|\bgfm\b|\bsyntax\b|\bpipes?\b|\boutputs?\b|\bprint(?:s|ed)?\b|\bgenerated?s?\b/i

/** `:   what the term means`: to renderers that know such lists, what is indented below belongs to it. */
const definition = /^ {0,3}[:~][ \t]/m

/** Tables that are indented so far that they are code: readers see their pipes and dashes. */
export function tablesInCode(syntax: Syntax): Problem[] {
  const { text } = syntax
  return syntax.all('code').flatMap((block): Problem[] => {
    const { node, range } = block
    if (!node.value.includes('|') || /^\s*(?:`{3}|~{3}|\{[%{])/.test(text.slice(...range))) return []
    const header = headerIn(node.value.split(/\r\n?|\n/))
    if (header === undefined || isExample(syntax, block)) return []
    const start = text.indexOf(header, range[0])
    if (!isCodeToAll(block, text.slice(startOfLine(text, start), start))) return []
    const message = 'this table is indented as code is: readers see its pipes, and no table'
    const help = 'indent it no further than the text around it'
    return [problemIn(header, start, message, help)]
  })
}

/** In a list, some renderers count from its marks on, and others in steps of four. */
function isCodeToAll({ parent }: Located, indent: string): boolean {
  let steps = 1
  for (let at = parent; at; at = at.parent) if (at.node.type === 'listItem') steps++
  return indent.replaceAll('\t', '    ').length >= 4 * steps
}

/** The header of a table that is all of a block, or stands below words and has nothing behind it. */
function headerIn(lines: readonly string[]): string | undefined {
  const at = lines.findIndex(isDelimiter)
  const [header = '', delimiter = '', row = ''] = lines.slice(Math.max(0, at - 1), at + 2)
  const width = splitRow(header).length
  if (width < 2 || splitRow(delimiter).length !== width || splitRow(row).length < 2) return undefined
  const isTable = splitRow(header).some((it) => /\p{L}/u.test(it.text))
  const around = [...lines.slice(0, at - 1), ...lines.slice(at + 1).filter((it) => !it.includes('|'))]
  return isTable && around.every((it) => it.trim() === '' || words.test(it)) ? header.trim() : undefined
}

/** Whether the paragraph above, or the title of a section around, says that the block shows how something is written, or is what it means. */
function isExample({ text, sections }: Syntax, { range: [start], section }: Located): boolean {
  const paragraphs = textBefore(text, start, 2000)
    .trimEnd()
    .split(/\n[ \t]*\n/)
  const above = paragraphs.at(-1) ?? ''
  return (
    aboutMarkdown.test(above) ||
    definition.test(above) ||
    sectionsAround(sections, section).some((at) => aboutMarkdown.test(sections[at]?.title ?? ''))
  )
}
