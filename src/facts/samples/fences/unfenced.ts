import { readSample } from '../../../parse/sample.ts'
import { textBefore } from '../../../text.ts'
import type { Fence, Unfenced } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { hasTemplateTags } from '../../template-tags.ts'
import type { CodeBlock } from '../blocks/code.ts'

const first = /(?:^|\n) {0,3}(?=\{[ \t\r]*\n[ \t]*"[\w-]{1,60}"[ \t]*:)/
/** Code that readers see run together, with their sentences or its own lines. */
export function unfenced(syntax: Syntax, fences: readonly Fence[], blocks: readonly CodeBlock[]): Unfenced[] {
  if (fences.some((it) => it.swallows || it.cutOff || it.ends)) return []
  const lost = blocks.filter((it) => it.isLost)
  const unnamed = bareJson(syntax).filter(
    ({ range: [at] }) => !lost.some(({ range }) => range[0] < at && at < range[1]),
  )
  const named = lost.map(({ language, range: [at] }) => ({ range: [at, at + language.length] as const, language }))
  return [...unnamed, ...named]
}

/**
 * JSON of several lines that is a text, or the end of one. Between tags of HTML it may be shown as it stands, and beside marks that
 * are no pair it is for their sake.
 */
function bareJson({ text, blocks }: Syntax): Unfenced[] {
  // What stands between tags of a template may be in a block of its making.
  if (!first.test(text) || hasTemplateTags(text)) return []
  const closing = blocks.filter(({ node, range }) => node.type === 'paragraph' && text[range[1] - 1] === '}')
  return closing.flatMap(({ range: [start, end] }) => {
    const source = text.slice(start, end)
    const found = first.exec(source)
    if (!found || source.includes('<')) return []
    const from = start + found.index + found[0].length
    if (textBefore(text, from, 200).trimEnd().endsWith('>')) return []
    const { json, error } = readSample({ value: text.slice(from, end), offset: (it) => from + it })
    return json && !error ? [{ range: [from, end] as const }] : []
  })
}
