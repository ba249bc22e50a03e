import { defineRule, problemsOf } from '../../src/rule.ts'

export default defineRule({
  summary: 'A file or a line is over a limit of size, length or nesting, and was not read.',
  severity: 'warning',

  check: (document) => problemsOf(document, 'limit'),
})
