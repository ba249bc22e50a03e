import type { InertLine } from '../../../types.ts'
import { ranges } from '../../ranges.ts'
import type { Syntax } from '../../syntax.ts'

/** `&lt;potId&gt`: the second bracket lacks its semicolon, and to Markdown it is three letters behind an ampersand. */
const open = /&gt(?![;\w])(?<=&lt;[^&<>\n]{1,80}&gt)/g

/** HTML and browsers forgive it: in a text of Markdown, readers see what is written. */
export function openEntities(syntax: Syntax): InertLine[] {
  const { text } = syntax
  if (!text.includes('&lt;') || text.search(open) < 0) return []
  const html = ranges(syntax.blocks.filter(({ node }) => node.type === 'html').map(({ range }) => range))
  return syntax
    .matchesOutsideCode(open)
    .filter(({ at }) => !html.at(at))
    .map(({ at }): InertLine => ({ in: 'entity', range: [at, at + 3] }))
}
