import { isHistory } from '../../../paths.ts'
import type { Placeholder, Section } from '../../../types.ts'
import { rolesOf } from '../../schemas/tables/columns.ts'
import { type Located, type Syntax, textOf } from '../../syntax.ts'
import { columnOf } from './columns.ts'

/** `WIP.` as the first paragraph of a section, or its only item. */
const unfinished =
  /^\s*(?:[-*+][ \t]+)?([*_([]{0,3}WIP[*_)\]]{0,3}[.!…]{0,3}[*_)\]]{0,3})[ \t\r]*(?:\n[ \t\r]*(?:\n|$(?![\s\S]))|$(?![\s\S]))/
/** What a section of that title shows, and "WIP" is none of. What is all that a section says is told below any other title, too. */
const promises =
  /^(?:(?:example|sample|request|response|query|path|url|http|success|error)s? )?(?:request|response|body|payload|header|parameter|field|error|example|return|result|usage)s?$/i
/** How far something has come is an answer there. */
const states = /\b(?:stat(?:us|e)|stage|phase|progress|maturity|stability|version|roadmap|release|wip)\b/i

/** What stands in place of what nobody wrote: "WIP" below the title of a section, `???` where a table tells of a field. */
export function unanswered(syntax: Syntax): Placeholder[] {
  const { text, path } = syntax
  if (isHistory(path)) return []
  const sections = text.includes('WIP') ? syntax.sections.flatMap((it) => unfinishedIn(it, text)) : []
  const cells = text.includes('???') ? syntax.all('tableCell').filter((it) => isUnknown(it)) : []
  return [
    ...sections,
    ...cells.map(({ range: [start] }): Placeholder => {
      const at = text.indexOf('???', start)
      return { range: [at, at + 3] }
    }),
  ]
}

function unfinishedIn({ heading, title, range }: Section, text: string): Placeholder[] {
  const body = text.slice(heading[1], range[1])
  const [all, mark] = heading[1] > heading[0] && !states.test(title) ? (unfinished.exec(body) ?? []) : []
  if (all === undefined || mark === undefined) return []
  if (body.trim() !== all.trim() && !promises.test(title.trim().replace(/:$/, ''))) return []
  const at = heading[1] + all.indexOf(mark)
  return [{ range: [at, at + mark.length] }]
}

/** A name may be a pattern, and a value hidden; a description or a type is neither. */
function isUnknown(it: Located): boolean {
  const { node } = it
  if (node.type !== 'tableCell' || node.children[0]?.type === 'inlineCode' || textOf(node).trim() !== '???')
    return false
  const header = columnOf(it)?.header
  const roles = header ? rolesOf(textOf(header)) : []
  return roles.includes('description') || roles.includes('type')
}
