import { lineAt } from '../../../text.ts'
import type { InertLine, Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** `\_start`, `kiln\_id`: whoever writes so outside of code sees no backslash. */
const escaped = /(?<![\w\\])\w*(?:\\_[A-Za-z]\w*)+(?![\w\\({])/g
const plain = /(?<![\w\\])\w+/g

/** Names whose underscores are escaped in code, where readers see the backslash, and that other code of the page has without. */
export function shownEscapes(syntax: Syntax): InertLine[] {
  const { text } = syntax
  if (!text.includes('\\_')) return []
  // In what has a language, or other backslashes, they may belong to it.
  const blocks = syntax.all('code').filter(({ node }) => !node.lang)
  const code = [...syntax.all('inlineCode'), ...blocks]
  const suspects = code.filter(({ node: { value } }) => value.includes('\\_') && !/\\(?!_)/.test(value))
  if (suspects.length === 0) return []
  const known = new Set([...code, ...syntax.all('code')].flatMap(({ node }) => node.value.match(plain) ?? []))
  const seen = new Set<string>()
  return suspects.flatMap(({ node, range: [start, end] }) =>
    Array.from(text.slice(start, end).matchAll(escaped)).flatMap(({ index, 0: written }): InertLine[] => {
      const name = written.replaceAll('\\', '')
      const range: Range = [start + index, start + index + written.length]
      const isWhole = node.type === 'code' || node.value === written
      if (!isWhole || !known.has(name) || seen.has(name) || isBeside(name, lineAt(text, range[0]))) return []
      seen.add(name)
      return [{ in: 'code', range }]
    }),
  )
}

/** A line that has both speaks of how the name is written. */
function isBeside(name: string, line: string): boolean {
  return line.match(plain)?.includes(name) ?? false
}
