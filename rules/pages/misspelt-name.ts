import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A name stands once, with a letter wrong, where the right one stands often.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { name, at, meant } of project.misspelt(document)) {
      yield {
        at,
        message: `"${name}" stands nowhere else, and "${meant}" does`,
        help: `did you mean "${meant}"?`,
        fix: suggest(at, meant),
      }
    }
  },
})
