import { defineRule } from '../../src/rule.ts'
import { excerpt } from '../../src/text.ts'

export default defineRule({
  summary: 'A page shows text that was to be replaced: TODO, TBD, lorem ipsum.',
  severity: 'warning',

  *check({ text, facts }) {
    for (const { range, announced, isMissing, isRow, title, listed } of facts.placeholders) {
      if (isRow) {
        yield { at: range, message: 'the only row of this table of fields is empty' }
        continue
      }
      if (title !== undefined) {
        yield { at: range, message: `the heading "${title}" is shown as JSON`, help: `write "## ${title}"` }
        continue
      }
      if (announced !== undefined) {
        const says = isMissing
          ? `no sample follows "${excerpt(announced)}"`
          : `nothing stands in the block that "${announced}" announces`
        yield { at: range, message: says }
        continue
      }
      if (listed !== undefined) {
        yield { at: range, message: `nothing stands below "${listed}", and the path above has one` }
        continue
      }
      const shown = text.slice(...range).replaceAll(/\s+/g, ' ')
      yield {
        at: range,
        message: `placeholder "${excerpt(shown)}" was never replaced`,
      }
    }
  },
})
