import { defineRule, problemsOf } from '../../src/rule.ts'

export default defineRule({
  summary: 'A file cannot be read as text.',
  severity: 'error',

  check: (document) => problemsOf(document, 'unreadable'),
})
