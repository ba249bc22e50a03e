import type { Root } from 'mdast'
import type { Dialect } from '../types.ts'
import { withPipesInCode } from './code-pipes.ts'
import { fenceCodeTags } from './code-tags.ts'
import { withComponentLines } from './component-lines.ts'
import { hideComponents } from './components.ts'
import { openContainers } from './containers.ts'
import { openFenceContainers } from './fence-containers.ts'
import { withHtmlEnds } from './html-ends.ts'
import { edgedRows } from './indented-rows.ts'
import { hideMagicCode } from './magic-blocks.ts'
import type { ParseMarkdown } from './markdown.ts'
import { withMarkdownInTags } from './markdown-in-tags.ts'

/** The tree of a page as its generator reads it. Offsets in it are offsets into the text that was given. */
export function parsePage(path: string, text: string, dialect: Dialect, parse: ParseMarkdown): Root {
  return withMarkdownInTags(readable(path, text), readerOf(path, dialect, parse))
}

/** What only some renderers know is written as CommonMark would have it; offsets hold. */
function readable(path: string, body: string): string {
  return edgedRows(openContainers(openFenceContainers(fenceCodeTags(hideComponents(path, hideMagicCode(body))))))
}

/** Where HTML and components end, and Markdown goes on, is the renderer's business. */
function readerOf(
  path: string,
  { endsHtml, codeHoldsPipes, components }: Dialect,
  parse: ParseMarkdown,
): ParseMarkdown {
  if (components || path.endsWith('.mdx')) return (it) => withComponentLines(it, parse)
  const inCells: ParseMarkdown = codeHoldsPipes ? (it) => withPipesInCode(it, parse) : parse
  const read: ParseMarkdown = endsHtml ? (it) => withHtmlEnds(it, inCells) : inCells
  // Only VuePress has this component, whose content is Markdown from the next line on.
  return (it) => (it.includes('<code-block') ? withComponentLines(it, read) : read(it))
}
