import { defineRule, problemsOf } from '../../src/rule.ts'

export default defineRule({
  summary: 'A file is over a limit of size, line length or nesting, and was not read.',
  severity: 'warning',

  check: (document) => problemsOf(document, 'limit'),
})
