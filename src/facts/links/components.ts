import type { InertLink } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { tagsOf } from './html.ts'

/** `<Link to="/limits">limits</Link>`: a link of a program, on a page that brings no program along. */
export function componentLinks(syntax: Syntax): InertLink[] {
  const { text, path } = syntax
  if (!text.includes('Link to=') || path.endsWith('.mdx') || /^import\s/m.test(text)) return []
  return tagsOf(syntax).flatMap(({ tag: { name, closing, attributes, range } }): InertLink[] => {
    const [start, end] = range
    const url = attributes.find((it) => it.name === 'to')?.value ?? ''
    if (closing || !/^(?:[A-Z][a-z]+)?Link$/.test(name) || url === '') return []
    const shown = text.slice(start, end)
    const [all, caption = ''] = /^([^<\n]{1,200})<\/[A-Za-z]+>/.exec(text.slice(end, end + 300)) ?? []
    return all === undefined ? [] : [{ in: 'component', range: [start, end + all.length], shown, text: caption, url }]
  })
}
