import { blocks } from '../facts/pages/blocks.ts'
import { getOrAdd } from '../grouped.ts'
import type { ParseMarkdown } from '../parse/markdown.ts'
import { startOfLine } from '../text.ts'
import type { Diagnostic, Document, Range } from '../types.ts'

/** A comment, and the offset that it is inserted at. */
export interface Excuse {
  title: string
  at: number
  text: string
}

/** Writes comments that hide findings, each block of a page looked for once. JSON has no comments. */
export function excuser(
  documentOf: (path: string) => Document | undefined,
  parse: ParseMarkdown,
): (it: Diagnostic) => Excuse | undefined {
  const known = new Map<string, readonly Range[]>()
  const blocksOf = ({ path, text }: Document) => getOrAdd(known, path, () => blocks(text, parse))
  return ({ path, at: [start], rule }) => {
    const document = documentOf(path)
    if (!document || path.endsWith('.json')) return undefined
    const said = `docs-lint-disable-next-line ${rule}`
    if (/\.ya?ml$/.test(path))
      return { title: `excuse this entry from ${rule}`, ...beforeLine(document.text, start, said) }
    // It can stand neither between rows nor inside a fence, and in front matter it is none.
    const block = blocksOf(document).findLast(([it]) => it <= start)
    const comment = path.endsWith('.mdx') ? `{/* ${said} */}` : `<!-- ${said} -->`
    return block && { title: `excuse this block from ${rule}`, at: block[0], text: `${comment}\n\n` }
  }
}

/** In YAML, what is indented below a line belongs to it. */
function beforeLine(text: string, start: number, said: string): Pick<Excuse, 'at' | 'text'> {
  const at = startOfLine(text, start)
  const indent = /^ */.exec(text.slice(at))?.[0] ?? ''
  return { at, text: `${indent}# ${said}\n` }
}
