import { defineRule, suggest } from '../../src/rule.ts'
import { someOf } from '../../src/text.ts'

export default defineRule({
  summary: 'A page and an OpenAPI file ask for different scopes.',
  severity: 'error',

  *check(document, { project }) {
    for (const { kind, at, documented, specified, place, spec } of project.specs.scopeDrift(document)) {
      const [meant = ''] = specified
      const isNear = kind === 'near'
      yield {
        at,
        message:
          kind === 'fewer'
            ? `${spec} also asks for ${someOf(specified)}`
            : `the endpoint needs ${someOf(documented)} here and ${someOf(specified)} in ${spec}`,
        help: isNear ? `did you mean "${meant}"?` : undefined,
        related: [{ ...place, message: 'what the contract asks for' }],
        fix: isNear && document.text.slice(...at) === documented[0] ? suggest(at, meant) : undefined,
        // A page that says elsewhere what every endpoint needs need not repeat it.
        severity: kind === 'fewer' ? 'warning' : 'error',
      }
    }
  },
})
