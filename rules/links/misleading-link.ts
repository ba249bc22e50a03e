import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'The text of a link names another file, heading, address, number, date or version than it leads to.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { link, named, aim } of project.links.misnamed(document)) {
      // What does not exist is told as such.
      if (project.resolve(document, link).kind === 'missing') continue
      yield { at: link.range, message: `the link says "${named}", and leads to "${aim}"` }
    }
  },
})
