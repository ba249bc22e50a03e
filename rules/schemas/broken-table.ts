import { defineRule, problemsOf } from '../../src/rule.ts'

export default defineRule({
  summary: 'A table is shown differently, or not at all, by another renderer.',
  severity: 'warning',

  check: (document) => problemsOf(document, 'table'),
})
