import type { InertLink } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { textOfLink } from './destination.ts'

/** A tag with blanks in it, where an address is to be; shortcodes have a mark inside their braces. */
const address = /\]\((\{\{-?(?![<%])[^{}<>\n]{0,300}[^\S\n][^{}<>\n]{0,300}\}\}[^\s()<>]{0,300})\)/g

/** `![a lid]({{ relURL "/lid.png" }})`: what no template fills in has blanks, so Markdown sees no link. */
export function templateAddresses(syntax: Syntax): InertLink[] {
  const { text } = syntax
  if (!text.includes(']({{')) return []
  return syntax.matchesOutsideCode(address).flatMap(({ match: [whole, url = ''], at }): InertLink[] => {
    const { start, caption } = textOfLink(text, at) ?? {}
    if (start === undefined || caption === undefined || caption.includes(']')) return []
    const end = at + whole.length
    return [{ in: 'template', range: [start, end], shown: text.slice(start, end), text: caption, url }]
  })
}
