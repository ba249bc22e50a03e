import type { Range } from '../../types.ts'
import { methods } from '../methods.ts'
import { sectionsAround } from '../sections.ts'
import type { Syntax } from '../syntax.ts'
import { type Candidate, candidates, from } from './candidate.ts'

/** How two headings, one below the other, share what one endpoint is. */
interface Style {
  resource: RegExp
  action: RegExp
  /** What the text of a page with them has; few pages pay for more than this look. */
  sign: RegExp
}

const styles: readonly Style[] = [
  // API Blueprint: `## Tea [/teas/{id}]`, and below it `### Drink it [DELETE]`.
  {
    resource: /\[(\/[^\s[\]]{0,300})\][ \t#]*$/d,
    action: new RegExp(`\\[(${methods})\\][ \\t#]*$`, 'd'),
    sign: /\[\//,
  },
  // `## /teas/{id}`, and below it `### DELETE` or ``### `DELETE`: drink it``.
  {
    resource: /^#{1,5}[ \t]+`?(\/[^\s`]{1,300}?)\/?`?[ \t]*(?:\([^()\n]{0,100}\))?[ \t#]*$/d,
    action: new RegExp(`^#{2,6}[ \\t]+[\`*_]{0,3}(${methods})[\`*_]{0,3}[ \\t]*(?:$|[:#–—-][^/]*$)`, 'd'),
    sign: /# `?\//,
  },
]

/** Endpoints whose paths are in one heading, and whose methods are in those below. */
export function splitHeadings(syntax: Syntax): Candidate[] {
  return styles.flatMap((style) => (style.sign.test(syntax.text) ? inStyle(syntax, style) : []))
}

function inStyle({ text, sections }: Syntax, { resource, action }: Style): Candidate[] {
  const shown = ([start, end]: Range) => text.slice(start, end).trimEnd()
  return sections.flatMap(({ heading, parent }, section) => {
    const said = action.exec(shown(heading))
    if (!said) return []
    for (const at of sectionsAround(sections, parent)) {
      const above = sections[at]?.heading ?? ([0, 0] as const)
      const path = resource.exec(shown(above))
      if (!path) continue
      const [url = '', method = ''] = [path[1], said[1]]
      const [urlStart = 0] = path.indices?.[1] ?? []
      const [methodStart = 0] = said.indices?.[1] ?? []
      const line = { url, urlStart, urlEnd: urlStart + url.length }
      const range: Range = [heading[0] + methodStart, heading[0] + methodStart + method.length]
      const about = { form: 'heading', role: 'definition', section, block: heading[0] } as const
      return candidates(line, from(above[0]), { ...about, method, methodRange: range, range })
    }
    return []
  })
}
