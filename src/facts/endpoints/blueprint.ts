import type { Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { type Candidate, candidate, from } from './candidate.ts'
import { methods } from './request-line.ts'

const action = new RegExp(`\\[(${methods})\\][ \\t#]*$`)
const resource = /\[(\/[^\s[\]]{0,300})\][ \t#]*$/

/** API Blueprint: `## Tea [/teas/{id}]`, and below it `### Drink it [DELETE]`. */
export function blueprintActions({ text, sections }: Syntax): Candidate[] {
  if (!text.includes('[/')) return []
  const shown = ([start, end]: Range) => text.slice(start, end).trimEnd()
  return sections.flatMap(({ heading, parent }, section) => {
    const said = action.exec(shown(heading))
    if (!said) return []
    for (let at = parent; at > 0; at = sections[at]?.parent ?? 0) {
      const above = sections[at]?.heading ?? ([0, 0] as const)
      const path = resource.exec(shown(above))
      if (!path) continue
      const [url = '', method = ''] = [path[1], said[1]]
      const urlStart = path.index + 1
      const line = { methodStart: -1, url, urlStart, urlEnd: urlStart + url.length }
      const about = { form: 'heading' as const, section, block: heading[0] }
      const found = candidate(line, from(above[0]), about)
      const range: Range = [heading[0] + said.index + 1, heading[0] + said.index + 1 + method.length]
      return found ? [{ ...found, method, methodRange: range, range, role: 'definition' as const }] : []
    }
    return []
  })
}
