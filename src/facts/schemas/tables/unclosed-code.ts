import type { Nodes, Text } from 'mdast'
import { rangeOf } from '../../../parse/points.ts'
import { endOfLine } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** At one side of a word, as the marks of code stand: neither the character itself, nor an apostrophe. */
const mark = /(?<=^|[\s(,;:])`(?=[\w<{"./$-])|(?<=[\w>})"\]])`(?=$|[\s),;.:])/

/** `` `word' ``: the quotation marks of old manuals, which have no code beside them. A page that has some does not quote its paths. What begins a word ends no quotation. */
export const quotation = /^`(?:[^`'´’]|(?<=\w)'(?=\w)){1,80}['´’](?!\w)/
const quotedPath = /^`\/\w/

/** Cells that begin code and do not end it, or the reverse: readers see the mark, and some renderers the next cell in code. */
export function unclosedCode(syntax: Syntax): Problem[] {
  const { text } = syntax
  if (!text.includes('`') || !text.includes('|')) return []
  const hasCode = syntax.all('inlineCode').length > 0
  return syntax.all('table').flatMap(({ node, range }) => {
    if (!hasOddLine(text, ...range)) return []
    return node.children.flatMap((row): Problem[] => {
      // What no other mark ends is left in the texts, and hardly any row has such a one.
      const texts = textsIn(row)
      if (texts.length === 0) return []
      const source = text.slice(...(rangeOf(row) ?? range))
      // In pairs, they may belong together in another way.
      const marks = source.replaceAll('\\`', '').split('`').length - 1
      if (marks % 2 === 0) return []
      const at = markIn(texts, text, marks === 1, hasCode)
      if (at === undefined) return []
      return [
        {
          kind: 'table',
          range: [at, at + 1],
          message: 'this "`" has no other one in its cell: readers see the mark, and no code',
          help: 'write the other one, or delete it',
        },
      ]
    })
  })
}

/** Whether one of the lines has a mark without another one: what all but a few tables are asked for. */
function hasOddLine(text: string, start: number, end: number): boolean {
  let lineEnd = start
  let isOdd = false
  for (let at = text.indexOf('`', start); at >= 0 && at < end; at = text.indexOf('`', at + 1)) {
    if (at >= lineEnd) {
      if (isOdd) return true
      lineEnd = endOfLine(text, at)
    }
    if (text[at - 1] !== '\\') isOdd = !isOdd
  }
  return isOdd
}

function markIn(nodes: readonly Text[], text: string, isOnly: boolean, hasCode: boolean): number | undefined {
  for (const node of nodes) {
    const [start, end] = rangeOf(node) ?? [0, 0]
    const source = text.slice(start, end)
    const found = mark.exec(source)
    const rest = source.slice(found?.index)
    const isQuoted = isOnly && quotation.test(rest) && !(hasCode && quotedPath.test(rest))
    if (found && !isQuoted) return start + found.index
  }
  return undefined
}

/** The texts in a row or a paragraph that have such marks left. */
export function textsIn(block: Nodes): Text[] {
  const found: Text[] = []
  const stack: Nodes[] = [block]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text') {
      if (node.value.includes('`')) found.push(node)
    } else if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Nodes)
  }
  return found
}
