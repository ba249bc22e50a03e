import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A name stands once, with a letter wrong, where the right one stands often.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { name, at, usual, meant, registered } of project.misspelt(document)) {
      yield {
        at,
        message: registered
          ? `"${name}" is a letter off the ${registered} "${usual}"`
          : `"${name}" stands only here, and "${usual}" elsewhere`,
        help: `did you mean "${meant}"?`,
        fix: suggest(at, meant),
      }
    }
  },
})
