import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A page documents an endpoint that the OpenAPI file of its product lacks.',
  severity: 'error',

  *check(document, { project }) {
    for (const { endpoint, method, contract, near } of project.specs.unspecified(document)) {
      const { operations: [operation, ...more] = [], difference } = near ?? {}
      yield {
        at: endpoint.pathRange,
        message: `${contract.name} has no ${method ? `${method} ` : ''}"${endpoint.path}"`,
        help: difference
          ? `did you mean "${difference.documented}" in place of "${difference.called}"?`
          : operation && `it has ${[operation, ...more].map((it) => it.method).join(' and ')} for this path`,
        related: [
          operation
            ? { path: operation.spec, at: operation.templateRange, message: 'the nearest that it has' }
            : { path: contract.path, at: [0, 0], message: 'it has most of the endpoints around this one' },
        ],
      }
    }
  },
})
