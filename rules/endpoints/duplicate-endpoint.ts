import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'Two sections document the same method and path as different operations.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { first, second } of project.endpoints.duplicates(document)) {
      const { method, path, pathRange } = second.endpoint
      yield {
        at: pathRange,
        message: `${method} ${path} is documented as "${second.title}" and as "${first.title}"`,
        related: [{ path: document.path, at: first.endpoint.pathRange, message: 'documented here, too' }],
      }
    }
  },
})
