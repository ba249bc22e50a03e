import type { Placeholder } from '../../../types.ts'
import { type Located, type Syntax, textOf } from '../../syntax.ts'

const label = /^(?:(?:path|url|request) )?param(?:eter)?s:?$/i
/** What a section says besides its parameters; whatever else stands there may be the name of one. */
const another =
  /^(?:notes?|responses?|returns?|requests?|(?:(?:request|response) )?(?:body|headers)|examples?|errors?|authori[sz]ation|(?:success|error) responses?):?$/i
/** `/kilns/:id`, `/kilns/<pk>`, `/kilns/{id}`, in code. */
const placed = /\/(?::\w|<\w|\{\w)[^\s`]{0,100}`(?<=`[^`\n]{0,200})/

/** How far above its path may stand. */
const near = 2000

/** "Parameters:" with nothing below it, where the path above has one. */
export function emptyLists(syntax: Syntax): Placeholder[] {
  const { blocks, sections, text } = syntax
  return blocks.flatMap((block, at): Placeholder[] => {
    const next = blocks[at + 1]
    const said = titleOf(block)
    if (said === undefined || !label.test(said) || !next || !isAnother(next)) return []
    const section = block.node.type === 'heading' ? sections[block.section]?.parent : block.section
    const start = Math.max(sections[section ?? 0]?.range[0] ?? 0, block.range[0] - near)
    return placed.test(text.slice(start, block.range[0])) ? [{ range: block.range, listed: said.replace(':', '') }] : []
  })
}

function isAnother(block: Located): boolean {
  return another.test(titleOf(block) ?? '')
}

/** The words of a heading, or of a short line. */
function titleOf({ node, range }: Located): string | undefined {
  const isTitle = node.type === 'heading' || node.type === 'paragraph'
  return isTitle && range[1] - range[0] < 40 ? textOf(node).trim() : undefined
}
