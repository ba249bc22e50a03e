import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A file is over a limit of size, line length or nesting, and was not read.',
  severity: 'warning',

  *check({ facts }) {
    for (const { kind, range, message, help } of facts.problems) {
      if (kind === 'limit') yield { at: range, message, help }
    }
  },
})
