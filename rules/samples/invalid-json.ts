import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A JSON sample is not valid JSON.',
  severity: 'error',

  *check({ facts }) {
    for (const { error } of facts.samples) {
      if (error) yield { at: error.range, message: error.message, help: error.help, fix: error.fix }
    }
  },
})
