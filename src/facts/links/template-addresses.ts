import { textBefore } from '../../text.ts'
import type { InertLink } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

/** A tag with blanks in it, where an address is to be; shortcodes have a mark inside their braces. */
const address = /\]\((\{\{-?(?![<%])[^{}<>\n]{0,300}[^\S\n][^{}<>\n]{0,300}\}\}[^\s()<>]{0,300})\)/g

/** `![a lid]({{ relURL "/lid.png" }})`: what no template fills in has blanks, so Markdown sees no link. */
export function templateAddresses(syntax: Syntax): InertLink[] {
  const { text } = syntax
  if (!text.includes(']({{')) return []
  return syntax.matchesOutsideCode(address).flatMap(({ match: [whole, url = ''], at }): InertLink[] => {
    const before = textBefore(text, at, 300)
    const opened = before.lastIndexOf('[')
    if (opened < 0 || before.includes(']', opened)) return []
    const bracket = at - before.length + opened
    const start = text[bracket - 1] === '!' ? bracket - 1 : bracket
    const end = at + whole.length
    return [{ in: 'template', range: [start, end], shown: text.slice(start, end), text: before.slice(opened + 1), url }]
  })
}
