import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'The front matter of a page is not valid YAML.',
  severity: 'error',

  *check({ facts }) {
    for (const { kind, range, message, help } of facts.problems) {
      if (kind === 'front-matter') yield { at: range, message, help }
    }
  },
})
