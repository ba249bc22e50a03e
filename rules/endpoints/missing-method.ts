import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'An endpoint whose method is named nowhere in its section.',
  severity: 'warning',

  *check(document, { project }) {
    for (const group of project.endpoints.groups(document)) {
      const [first, ...more] = group.definitions
      if (!first || !project.endpoints.lacksMethod(group)) continue
      yield {
        at: first.pathRange,
        message: `neither "${first.path}" nor its section names a method`,
        help: 'write the method in front of the path',
        related: more.map((it) => ({ path: document.path, at: it.pathRange, message: 'no method here either' })),
      }
    }
  },
})
