import type { UnclosedElement } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** The last attribute of a tag, whose quote nothing closes up to the end of the line. */
const openQuote = /="[^"<>{}\n]{0,200}>(?=[^"\n]*(?:\n|$))(?<=<([A-Za-z][\w-]{0,40})[ \t][^<>\n]*>)/g

/** `<a name="time" id="time>`: to every renderer the value goes on, and what readers see is up to luck. */
export function openQuotes(syntax: Syntax): UnclosedElement[] {
  return syntax.matchesOutsideCode(openQuote).map(({ match: [tail, name = ''], at }) => {
    const start = syntax.text.lastIndexOf('<', at)
    return { name, range: [start, at + tail.length], slip: 'open quote' as const }
  })
}
