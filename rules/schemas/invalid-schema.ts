import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'An OpenAPI or JSON Schema file is not valid.',
  severity: 'error',

  check: (document, { project }) => project.specs.problems(document),
})
