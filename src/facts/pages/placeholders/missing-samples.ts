import type { Placeholder } from '../../../types.ts'
import { isExample } from '../../examples.ts'
import { labelWords } from '../../lines.ts'
import type { Syntax } from '../../syntax.ts'

/** Where a text ends in a colon, and a heading or nothing comes next; most pages pay one look for such a place. */
const left = /[:：][*_]{0,3}[ \t\r]*\n\s*(?:#{1,6}[ \t]|$(?![\s\S]))|[:：][*_]{0,3}\s*$(?![\s\S])/
/** "The above command returns JSON structured like this", "It answers with the following response", "Sample response": one thing, and no list of things. */
const promised =
  /^(?=.*\b(?:returns?|responds?|answers?|response|request|json|xml|output|payload)\b).*\b(?:like (?:this|the following|so)|as follows)$|\bthe following (?:[\w-]+ ){0,2}(?:json|xml|response|output|payload|request|command|body)(?: (?:body|object|message|payload|structure))?$|^(?:example|sample) (?:request|response|output|payload)(?: body)?$/i
/** What may show it all the same. */
const shows = /\b(?:response|request|json|xml|output|payload|body|result|returns?|ok|\d{3})\b/i

/** Lines that promise a sample, behind which a section ends. */
export function missingSamples(syntax: Syntax): Placeholder[] {
  const { text, sections } = syntax
  if (!left.test(text)) return []
  return syntax.all('paragraph').flatMap(({ range, section, parent }): Placeholder[] => {
    const source = text.slice(...range)
    const line = source.slice(source.lastIndexOf('\n') + 1)
    const announced = labelWords(line)
    const colon = line.search(/[:：][*_\s]*$/)
    if (colon < 0 || parent?.node.type === 'listItem' || !promised.test(announced)) return []
    const next = sections[section + 1]
    const end = next?.range[0] ?? text.length
    if (text.slice(range[1], end).trim() !== '') return []
    if (next && (isExample(next.title) || shows.test(next.title))) return []
    const from = range[1] - line.length
    return [{ range: [from + line.indexOf(announced), from + colon + 1], announced, isMissing: true }]
  })
}
