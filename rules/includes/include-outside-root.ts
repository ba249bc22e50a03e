import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'An include leads out of the project.',
  severity: 'error',

  *check(document, { project }) {
    for (const include of document.facts.includes) {
      if (project.includes.resolve(document, include).kind !== 'outside') continue
      yield {
        at: include.targetRange,
        message: `included file "${include.target}" is outside the project`,
        help: 'move it into the project: nothing outside it is read',
      }
    }
  },
})
