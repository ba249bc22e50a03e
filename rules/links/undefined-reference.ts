import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A reference link has no definition, or two.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { link, near } of project.links.undefinedReferences(document)) {
      yield {
        at: link.range,
        message: `the reference [${link.url}] is not defined`,
        help: near && `did you mean [${near}]?`,
        fix: near ? suggest(link.urlRange, near) : undefined,
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
