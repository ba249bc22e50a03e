import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A disable comment gives no reason.',
  severity: 'off',
  last: true,

  *check({ facts }) {
    for (const { range, rules, reason } of facts.suppressions) {
      if (reason) continue
      yield {
        at: range,
        message:
          rules.length > 0 ? `${rules.join(', ')} disabled without a reason` : 'all rules disabled without a reason',
        help: 'add " -- " and why this is excused',
      }
    }
  },
})
