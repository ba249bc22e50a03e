import { defineRule } from '../../src/rule.ts'
import { excerpt } from '../../src/text.ts'
import type { Finding, Placeholder } from '../../src/types.ts'

export default defineRule({
  summary: 'A page shows text that was to be replaced: TODO, TBD, lorem ipsum.',
  severity: 'warning',

  *check({ text, facts }) {
    for (const it of facts.placeholders) yield { at: it.range, ...said(it, text) }
  },
})

function said(
  { range, announced, isMissing, isRow, title, listed }: Placeholder,
  text: string,
): Pick<Finding, 'message' | 'help'> {
  if (isRow) return { message: 'the only row of this table of fields is empty' }
  if (title !== undefined) return { message: `the heading "${title}" is shown as JSON`, help: `write "## ${title}"` }
  if (announced !== undefined && isMissing) return { message: `no sample follows "${excerpt(announced)}"` }
  if (announced !== undefined) return { message: `nothing stands in the block that "${announced}" announces` }
  if (listed !== undefined) return { message: `nothing stands below "${listed}", and the path above has one` }
  const shown = text.slice(...range).replaceAll(/\s+/g, ' ')
  return { message: `placeholder "${excerpt(shown)}" was never replaced` }
}
