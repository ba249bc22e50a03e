import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A JSON sample is not valid JSON.',
  severity: 'error',

  *check({ path, facts }) {
    for (const { error, repeated } of facts.samples) {
      if (error) yield { at: error.range, message: error.message, help: error.help, fix: error.fix }
      // Grammar allows it, and every reader makes something else of it.
      if (repeated) {
        yield {
          at: repeated.range,
          message: `"${repeated.name}" stands twice in one object`,
          severity: 'warning',
          related: [{ path, at: repeated.first, message: 'first here' }],
        }
      }
    }
  },
})
