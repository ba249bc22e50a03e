import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'An HTML element is never closed and swallows what follows.',
  severity: 'error',

  *check({ path, facts }, { project }) {
    if (facts.unclosed.length === 0 || project.pages.isFragment(path)) return
    // What an include brings may close what the page opened.
    const open = facts.includes.some((it) => !it.literal)
    for (const { range, name, endedBy } of facts.unclosed) {
      if (open && !endedBy) continue
      yield {
        at: range,
        message: endedBy ? `<${name}> is still open where <${endedBy}> ends` : `<${name}> is never closed`,
        help: `close it with </${name}>`,
      }
    }
  },
})
