import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A reference link has no definition.',
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
  },
})
