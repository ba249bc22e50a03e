import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A sample has a property that its schema lacks.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { kind, at, name, place, shown } of project.samples.contradictions(document)) {
      if (kind !== 'unknown') continue
      yield {
        at,
        message: `"${name}" is not in the schema`,
        related: [
          { path: place.path, at: [place.node.range[0], place.node.range[0] + 1], message: 'the schema' },
          ...(shown ? [{ ...shown, message: 'shown here' }] : []),
        ],
      }
    }
  },
})
