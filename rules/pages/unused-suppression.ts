import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A disable comment hides nothing.',
  severity: 'warning',
  last: true,

  *check({ facts, path }, { run }) {
    for (const suppression of facts.suppressions) {
      const { range, rules } = suppression
      if (run.used.has(suppression) || rules.some((id) => run.isOff(id, path))) continue
      yield {
        at: range,
        message: rules.length > 0 ? `no finding of ${rules.join(', ')} here` : 'no finding here',
        help: 'remove the comment',
        fix: { safety: 'safe', edits: [{ range, text: '' }] },
      }
    }
  },
})
