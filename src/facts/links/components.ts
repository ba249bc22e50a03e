import { attributeOf } from '../../parse/html-tags.ts'
import type { InertLink } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { tagsOf } from '../tags.ts'

/** `<Link to="/limits">limits</Link>`: a link of a program, on a page that brings no program along. */
export function componentLinks(syntax: Syntax): InertLink[] {
  const { text, path } = syntax
  if (!text.includes('Link to=') || path.endsWith('.mdx') || /^import\s/m.test(text)) return []
  return tagsOf(syntax).flatMap(({ tag }): InertLink[] => {
    const [start, end] = tag.range
    const url = attributeOf(tag, 'to')?.value ?? ''
    if (tag.closing || !/^(?:[A-Z][a-z]+)?Link$/.test(tag.name) || url === '') return []
    const shown = text.slice(start, end)
    const [all, caption = ''] = /^([^<\n]{1,200})<\/[A-Za-z]+>/.exec(text.slice(end, end + 300)) ?? []
    return all === undefined ? [] : [{ in: 'component', range: [start, end + all.length], shown, text: caption, url }]
  })
}
