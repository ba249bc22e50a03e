import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A request sample lacks a property that its schema requires.',
  severity: 'off',

  *check(document, { project }) {
    for (const { kind, at, name, place } of project.samples.contradictions(document)) {
      if (kind !== 'missing') continue
      yield {
        at,
        message: `required "${name}" is missing`,
        related: [{ path: place.path, at: place.node.range, message: 'required here' }],
      }
    }
  },
})
