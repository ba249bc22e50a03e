import { defineRule, problemsOf } from '../../src/rule.ts'
import { plural } from '../../src/text.ts'

export default defineRule({
  summary:
    "A table, a list or a section documents one field twice, one row has another's description, two are required that rule each other out, or a sentence names one value twice.",
  severity: 'warning',

  *check(document, { project }) {
    const { path } = document
    for (const { name, at, first, place, others } of project.samples.repeatedFields(document)) {
      const more = others > 0 ? `, and in those of ${plural(others, 'other page')}` : ''
      yield {
        at,
        message: `"${name}" is documented ${place ? `twice in this ${place}${more}` : 'as required and as optional'}`,
        related: [{ path, at: first, message: 'documented here first' }],
      }
    }
    for (const { name, at, group, from } of project.endpoints.copiedRows(document)) {
      const { heading = [0, 0] } = from.document.facts.sections[from.section] ?? {}
      yield {
        at,
        message: `"${name}" of "${group.title}" has the description that it has in "${from.title}"`,
        related: [{ path: from.document.path, at: heading, message: 'has the same description' }],
      }
    }
    yield* problemsOf(document, 'value')
  },
})
