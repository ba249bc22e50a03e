import type { UnclosedElement } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { tagsOf } from '../../tags.ts'

/** Elements that end by themselves where the next one begins, or that hold nothing, and cells, which tables are asked about. */
const selfEnding = /^(?:p|li|d[dt]|option|t[rdh]|br|hr|img|input|col|wbr|source|area)$/i

/** One within another of its name makes nothing bolder. */
const formatting = /^(?:b|code|em|i|mark|small|strong|su[bp]|u)$/i

/** `<x class="kiln">POST<x>`, `<i>Pots<i>`: behind the text of an element, on its line, the same name without attributes is its end, but for the slash. */
export function lostSlashes(syntax: Syntax): UnclosedElement[] {
  const { text, path } = syntax
  if (path.endsWith('.mdx')) return []
  const tags = tagsOf(syntax)
  return tags.flatMap(({ tag: { name, closing, alone, attributes, range } }, at): UnclosedElement[] => {
    const before = tags[at - 1]?.tag
    if (closing || alone || attributes.length > 0 || before?.name !== name || before.closing || before.alone) return []
    const after = tags[at + 1]?.tag
    const isLone = formatting.test(name) && !(after?.closing && after.name === name)
    if (selfEnding.test(name) || !(isLone || before.attributes.some(({ value }) => value !== ''))) return []
    const held = text.slice(before.range[1], range[0])
    return /^[^\n]*[^\s<]$/.test(held) ? [{ name, range, slip: 'meant as end' }] : []
  })
}
