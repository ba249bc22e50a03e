import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'An endpoint asks for a scope that does not grant its method.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { scope, method, listed, counterpart } of project.scopes.verbMismatches(document)) {
      const known = listed
        ? { reason: `is listed for ${listed.methods.join(', ')}`, place: listed.place, message: 'its row' }
        : counterpart && {
            reason: `exists beside "${counterpart.name}"`,
            place: counterpart.place,
            message: 'the other scope',
          }
      if (!known) continue
      yield {
        at: scope.range,
        message: `a ${method} asks for "${scope.name}", which ${known.reason}`,
        related: [{ ...known.place, message: known.message }],
      }
    }
  },
})
