import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'The head of an HTTP message is malformed, or a shell reads a curl command otherwise.',
  severity: 'warning',

  *check({ facts }) {
    for (const { range, message, help, fix } of facts.httpFaults) yield { at: range, message, help, fix }
  },
})
