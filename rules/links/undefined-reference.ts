import { grouped } from '../../src/grouped.ts'
import { defineRule, suggestAll } from '../../src/rule.ts'

export default defineRule({
  summary: 'A reference link has no definition, or two.',
  severity: 'warning',

  *check(document, { project }) {
    const undefinedLabels = grouped(project.links.undefinedReferences(document), ({ link }) => link.url)
    for (const [label, [first, ...others]] of undefinedLabels) {
      if (!first) continue
      const { link, near } = first
      const places = others.length > 0 ? ` (${others.length + 1} places)` : ''
      const written = [first, ...others].map((it) => it.link.urlRange)
      yield {
        at: link.range,
        message: `the reference [${label}] is not defined${places}`,
        help: near && `did you mean [${near}]?`,
        fix: near ? suggestAll(written, near) : undefined,
      }
    }
    for (const { first, second } of project.links.repeatedDefinitions(document)) {
      yield {
        at: second.range,
        message: `[${second.text}] is defined twice, and no reference reaches one of "${first.url}" and "${second.url}"`,
        help: 'give one of the two a name of its own, or delete it',
        related: [{ path: document.path, at: first.range, message: 'defined here, too' }],
      }
    }
  },
})
