import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A file cannot be read as text.',
  severity: 'error',

  *check({ facts }) {
    for (const { kind, range, message, help } of facts.problems) {
      if (kind === 'unreadable') yield { at: range, message, help }
    }
  },
})
