import { guard } from '../../parse/guard.ts'
import type { ParseMarkdown } from '../../parse/markdown.ts'
import { rangeOf } from '../../parse/points.ts'
import { blank } from '../../parse/rewrite.ts'
import type { Range } from '../../types.ts'
import { frontMatter } from './front-matter.ts'

/**
 * The outermost blocks of a page, in order: what a comment before one of them excuses. No fact, since no rule asks for it: an
 * editor does, of the pages that are open. A page that is too complex has none.
 */
export function blocks(whole: string, parse: ParseMarkdown): Range[] {
  const { text } = guard(whole)
  if (text === undefined) return []
  const head = frontMatter(text).frontMatter
  const { children } = parse(head ? blank(text, [head.range]) : text)
  return children.flatMap((it) => {
    const range = rangeOf(it)
    return range ? [range] : []
  })
}
