import type { Root } from 'mdast'
import type { Range } from '../types.ts'
import type { ParseMarkdown } from './markdown.ts'
import { maskRuns, restore, unusedBlock } from './mask.ts'
import { rewrite } from './rewrite.ts'

/** Inline code, as far as it stands in one line: a row of a table has no other. */
const span = /`[^`\n]+`|(`{2,})(?!`).+?(?<!`)\1(?!`)/g
/** The mark of one cell, which nothing ends, and the first one of the next. */
const strayed = /[^|`\s][^`]*\|\s*`+$/
/** With a backslash, all agree. */
const bare = /(?<!\\)\|/g

/** To kramdown and Python's Markdown a pipe in code is a part of the code, where to GFM it begins the next cell. */
export function withPipesInCode(text: string, parse: ParseMarkdown): Root {
  const runs = pipesInCode(text)
  if (runs.length === 0) return parse(text)
  const base = unusedBlock(text)
  const root = parse(maskRuns(text, runs, base))
  restore(root, [], text, base)
  return root
}

/** A row without the pipes that part no cells to those. */
export function withoutPipesInCode(row: string): string {
  return rewrite(row, pipesInCode(row), () => ' ')
}

function pipesInCode(text: string): Range[] {
  if (!text.includes('|')) return []
  const found: Range[] = []
  span.lastIndex = 0
  for (let it = span.exec(text); it; it = span.exec(text)) {
    const { index, 0: code } = it
    if (!code.includes('|') || strayed.test(code)) continue
    for (const { index: at } of code.matchAll(bare)) found.push([index + at, index + at + 1])
  }
  return found
}
