import type { Fence } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { isMarkdown } from '../languages.ts'
import { isClosed } from './closed.ts'
import { openingOf } from './opening.ts'
import { headingBehind } from './swallowed.ts'

/**
 * What no other language has behind something that reads like a heading: a table, a link, bold words on a line of their own, or, below
 * an empty line, a sentence or the first item of a list.
 */
const markdown = [
  /\n(?=[ \t|:-]*--)(?=[^\n]*\|)[ \t|:-]+(?=\n|$)/,
  /\]\((?:https?:\/\/|[\w./#-]+\))/,
  /\n[*_]{2}\w[^\n*_]*[*_]{2}[ \t]*(?=\n|$)/,
  /\n#{1,6}[ \t][^\n]*\n[ \t]*\n(?=[A-Z][^\n]*[.:](?:\s|$))(?:[^\s#=]+ ){5}/,
  /\n#{1,6}[ \t][^\n]*\n[ \t]*\n1\. \S/,
  /\n[^\s#/*;"'<{[-][^\n]*。[ \t]*(?=\n|$)/,
]

/**
 * Where a page has an odd number of marks, all without a language, the end of the page closes the last one: the first block that holds a
 * heading is where the marks are missing, as long as it or the last one holds what only Markdown has.
 */
export function unbalanced(text: string, blocks: readonly CodeBlock[], all: Fence[]): Fence[] {
  const last = blocks.at(-1)
  if (!last || !isLeftOpen(text, last) || all.some((it) => it.swallows || it.cutOff || it.ends)) return all
  const first = blocks.findIndex((it) => mayHide(it) && headingBehind(text, it) !== undefined)
  const block = blocks[first]
  const found = block && headingBehind(text, block)
  if (!found || ![block, last].some(isOfMarkdown)) return all
  return all.map((it, at) => (at === first ? { ...it, unseen: undefined, ...found } : it))
}

/** Whether nothing closes a block that goes on to the end of the page. */
function isLeftOpen(text: string, block: CodeBlock): boolean {
  const { range } = block
  return text.slice(range[1]).trim() === '' && !isClosed(text, range, openingOf(text, block).marks)
}

function mayHide({ language, value }: CodeBlock): boolean {
  return value.includes('\n#') && !isMarkdown(language)
}

function isOfMarkdown({ value }: CodeBlock): boolean {
  const at = value.search(/\n#{1,6}[ \t]/)
  const behind = value.slice(Math.max(0, at))
  return at >= 0 && markdown.some((it) => it.test(behind))
}
