import { defineRule, suggest } from '../../src/rule.ts'

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
    for (const { endpoint, title, method, said } of project.endpoints.bareTemplates(document))
      yield {
        at: endpoint.pathRange,
        message: `"${endpoint.path}" has no method, as others below "${title}" have`,
        help: `the section's sample says ${method}`,
        related: [{ path: document.path, at: said.range, message: 'with its method' }],
        fix: suggest([endpoint.pathRange[0], endpoint.pathRange[0]], `${method} `),
      }
  },
})
