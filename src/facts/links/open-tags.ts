import type { InertLink, Range } from '../../types.ts'
import { isInSpan } from '../spans.ts'
import type { Syntax } from '../syntax.ts'

const opening = '<a href="'

/** `<a href="https://…/lids.md)` up to the end of a paragraph: no tag goes on behind an empty line, and readers see it. */
export function openTags(syntax: Syntax): InertLink[] {
  const { text } = syntax
  if (!text.includes(opening)) return []
  return syntax.all('paragraph').flatMap(({ range: [start, end] }): InertLink[] => {
    const source = text.slice(start, end)
    const at = source.lastIndexOf(opening)
    if (at < 0 || source.includes('"', at + opening.length) || isInSpan(syntax, start + at)) return []
    const [shown = ''] = /^[^\n]*/.exec(source.slice(at)) ?? []
    const url = /^\S*/.exec(shown.slice(opening.length))?.[0] ?? ''
    const range: Range = [start + at, start + at + shown.trimEnd().length]
    return [{ in: 'tag', range, shown: shown.trimEnd(), text: '', url }]
  })
}
