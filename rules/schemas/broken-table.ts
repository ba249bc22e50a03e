import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A table is shown differently, or not at all, by another renderer.',
  severity: 'warning',

  *check({ facts }) {
    for (const { kind, range, message, help } of facts.problems) {
      if (kind === 'table') yield { at: range, message, help }
    }
  },
})
