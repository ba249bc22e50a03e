import { readSample } from '../../../parse/sample.ts'
import { textBefore } from '../../../text.ts'
import type { Fence, Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

const first = /(?:^|\n) {0,3}(?=\{[ \t\r]*\n[ \t]*"[\w-]{1,60}"[ \t]*:)/
/** What stands between tags of a template may be in a block of its making. */
const tags = /\{%|\{\{[<%]/

/**
 * JSON of several lines that is a text, or the end of one: readers see it run together. Between tags of HTML it may be shown as it
 * stands, and beside marks that are no pair it is for their sake.
 */
export function unfenced({ text, blocks }: Syntax, fences: readonly Fence[]): Range[] {
  if (!first.test(text) || tags.test(text) || fences.some((it) => it.swallows || it.cutOff || it.ends)) return []
  const closing = blocks.filter(({ node, range }) => node.type === 'paragraph' && text[range[1] - 1] === '}')
  return closing.flatMap(({ range: [start, end] }) => {
    const source = text.slice(start, end)
    const found = first.exec(source)
    if (!found || source.includes('<')) return []
    const from = start + found.index + found[0].length
    if (textBefore(text, from, 200).trimEnd().endsWith('>')) return []
    const { json, error } = readSample({ value: text.slice(from, end), offset: (it) => from + it })
    return json && !error ? [[from, end] as const] : []
  })
}
