import { rangeOf } from '../../parse/points.ts'
import type { Range, Suppression } from '../../types.ts'
import type { Located, Syntax } from '../syntax.ts'

const comment =
  /docs-lint-(disable|enable)(-next-line|-line|-file)?(?:\s+((?!--)[^\n]*?))?(?:\s+--\s+([^\n]*?))?\s*(?:-->|\*\/\})/g

/** `<!-- docs-lint-disable… -->`, and `{/* docs-lint-disable… *\/}` of MDX. */
export function suppressions(syntax: Syntax): Suppression[] {
  if (!syntax.text.includes('docs-lint-')) return []
  const found: Suppression[] = []
  for (const located of [...syntax.all('html'), ...syntax.all('paragraph')]) {
    const source = syntax.text.slice(...located.range)
    if (located.node.type === 'paragraph' && !source.startsWith('{/*')) continue
    for (const match of source.matchAll(comment)) read(match, located, syntax, found)
  }
  return found.sort((a, b) => a.range[0] - b.range[0])
}

function read(
  [, verb, form = '', list = '', reason]: RegExpMatchArray,
  located: Located,
  syntax: Syntax,
  found: Suppression[],
) {
  const rules = list.split(/[\s,]+/).filter(Boolean)
  const { range } = located
  if (verb === 'enable') {
    for (const it of found)
      if (it.covers[1] === syntax.text.length && sameRules(it.rules, rules)) it.covers = [it.covers[0], range[0]]
    return
  }
  const covers: Range =
    form === '-file'
      ? [0, syntax.text.length]
      : form === '-line'
        ? line(syntax.text, range[0])
        : form === '-next-line'
          ? nextBlock(located, syntax)
          : [range[1], syntax.text.length]
  found.push({ range, rules, covers, reason })
}

function sameRules(disabled: string[], enabled: string[]): boolean {
  return enabled.length === 0 || enabled.join() === disabled.join()
}

function line(text: string, offset: number): Range {
  const end = text.indexOf('\n', offset)
  return [text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end]
}

/**
 * The whole next block: a comment can stand neither between the rows of a table nor inside a fence, so a single line
 * would leave them without a way to be excused.
 */
function nextBlock({ range, node, parent }: Located, syntax: Syntax): Range {
  const siblings = parent?.node.children ?? []
  const next = rangeOf(siblings[siblings.indexOf(node as never) + 1])
  return next ? [next[0], Math.max(next[1], next[0] + 1)] : line(syntax.text, range[1] + 1)
}
