import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A page and an OpenAPI file list different statuses.',
  severity: 'off',

  *check(document, { project }) {
    for (const { at, code, side, operation, place } of project.specs.statusDrift(document)) {
      yield {
        at,
        message:
          side === 'page'
            ? `${operation.specName} has no response ${code} for this endpoint`
            : `the section leaves out the response ${code} of ${operation.specName}`,
        related: [{ ...place, message: 'the responses in the contract' }],
      }
    }
  },
})
