import { rangeOf } from '../../parse/points.ts'
import { byStart, lineRange } from '../../text.ts'
import type { Range, Suppression } from '../../types.ts'
import type { Located, Syntax } from '../syntax.ts'
import { suppress } from './suppressed.ts'

const comment =
  /docs-lint-(disable|enable)(-next-line|-line|-file)?(?:\s+((?!--)[^\n]*?))?(?:\s+--\s+([^\n]*?))?\s*(?:-->|\*\/\})/g

/** `<!-- docs-lint-disable… -->`, and `{/* docs-lint-disable… *\/}` of MDX. */
export function suppressions(syntax: Syntax): Suppression[] {
  if (!syntax.text.includes('docs-lint-')) return []
  const found: Suppression[] = []
  for (const located of [...syntax.all('html'), ...syntax.all('paragraph')]) {
    const source = syntax.text.slice(...located.range)
    if (located.node.type === 'paragraph' && !source.startsWith('{/*')) continue
    for (const [, verb, form = '', list = '', reason] of source.matchAll(comment)) {
      const said = { verb, form, list, reason, range: located.range }
      suppress(found, syntax.text, said, () => nextBlock(located, syntax))
    }
  }
  return found.sort(byStart)
}

/**
 * The whole next block: a comment can stand neither between the rows of a table nor inside a fence, so a single line
 * would leave them without a way to be excused.
 */
function nextBlock({ range, node, parent }: Located, syntax: Syntax): Range {
  const siblings = parent?.node.children ?? []
  const next = rangeOf(siblings[siblings.indexOf(node as never) + 1])
  return next ? [next[0], Math.max(next[1], next[0] + 1)] : lineRange(syntax.text, range[1] + 1)
}
