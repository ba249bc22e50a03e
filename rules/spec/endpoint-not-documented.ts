import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'An OpenAPI file has an operation that no page documents.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { method, template, path, at, templateRange } of project.specs.undocumented(document)) {
      yield {
        at: path === document.path ? at : templateRange,
        message: `no page documents ${method} "${template}"`,
        help: 'document it, or mark it as "deprecated" or "x-internal"',
      }
    }
  },
})
