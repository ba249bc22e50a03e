import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'The head of an HTTP message is malformed, or a curl command breaks off.',
  severity: 'warning',

  *check({ facts }) {
    for (const { range, message, help, fix } of facts.httpFaults) yield { at: range, message, help, fix }
  },
})
