import { defineRule } from '../../src/rule.ts'
import { someOf } from '../../src/text.ts'

export default defineRule({
  summary: 'Two places document one endpoint with different scopes.',
  severity: 'error',

  *check(document, { project }) {
    for (const { at, names, other } of project.scopes.endpoints.conflicts(document)) {
      yield {
        at,
        message: `the endpoint needs ${someOf(names)} here and ${someOf(other.names)} in ${other.place.path}`,
        related: [{ ...other.place, message: 'the same method and path' }],
      }
    }
  },
})
