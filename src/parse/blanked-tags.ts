import type { Html, Root } from 'mdast'
import { Lines } from '../text.ts'
import type { Range } from '../types.ts'
import type { ParseMarkdown } from './markdown.ts'
import { byPlace } from './points.ts'
import { blank } from './rewrite.ts'

/** The tree of a text without some of its tags, which stand in it as HTML of their own. Blanks in their place let every offset hold. */
export function withBlankedTags(text: string, tags: readonly Range[], parse: ParseMarkdown): Root {
  return putBack(parse(blank(text, tags)), text, tags)
}

/** Tags that a parser did not see, put where they were. */
export function putBack(root: Root, text: string, tags: readonly Range[]): Root {
  const lines = new Lines(text)
  const html = tags.map(([start, end]): Html => {
    const position = { start: { ...lines.at(start), offset: start }, end: { ...lines.at(end), offset: end } }
    return { type: 'html', value: text.slice(start, end), position }
  })
  root.children = [...root.children, ...html].sort(byPlace)
  return root
}
