import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'No page includes a fragment.',
  severity: 'warning',

  *check({ path }, { project }) {
    if (project.pages.isUnused(path))
      yield { at: [0, 0], message: 'no page includes this fragment', help: 'include it, or remove it' }
  },
})
