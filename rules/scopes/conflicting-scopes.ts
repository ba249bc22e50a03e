import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'Two places document one endpoint with different scopes.',
  severity: 'error',

  *check(document, { project }) {
    for (const { at, names, other } of project.scopes.endpoints.conflicts(document)) {
      yield {
        at,
        message: `the endpoint needs ${quoted(names)} here and ${quoted(other.names)} in ${other.place.path}`,
        related: [{ ...other.place, message: 'the same method and path' }],
      }
    }
  },
})

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((it) => `"${it}"`)
  return names.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ')
}
