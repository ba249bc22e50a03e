import { defineRule, insert, replace } from '../../src/rule.ts'

export default defineRule({
  summary: 'A page that the site generator does not build.',
  severity: 'error',

  *check({ path, facts }, { project }) {
    const reason = project.pages.unbuilt(path)
    if (reason === undefined || reason === 'draft' || facts.problems.some(({ kind }) => kind === 'unreadable')) return
    if (project.pages.isFragment(path)) return

    if (reason === 'byte-order-mark') {
      yield {
        at: [0, 1],
        message:
          'a byte order mark stands before the front matter, so the site copies the file and makes no page of it',
        help: 'save it as UTF-8 without a byte order mark',
        fix: replace([0, 1], ''),
      }
    } else if (reason === 'no-front-matter') {
      yield {
        at: [0, 0],
        message: 'there is no front matter, so the site copies the file and makes no page of it',
        help: 'begin it with two lines of "---"',
        fix: insert({ at: 0, text: '---\n---\n\n' }),
      }
    } else {
      yield {
        at: [0, 0],
        message: 'SUMMARY.md does not list it, so the book leaves it out',
        severity: 'warning',
      }
    }
  },
})
