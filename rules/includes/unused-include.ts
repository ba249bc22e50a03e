import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'No page includes a fragment.',
  severity: 'warning',

  *check({ path, facts }, { project }) {
    // What was not read may be anything.
    const isUnread = facts.problems.some(({ kind }) => kind === 'unreadable' || kind === 'limit')
    if (isUnread || !project.pages.isUnused(path)) return
    yield { at: [0, 0], message: 'no page includes this fragment', help: 'include it, or remove it' }
  },
})
