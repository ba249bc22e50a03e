import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A redirect is claimed twice, or stands in the place of a page.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { kind, url, range, path, at } of project.links.redirectConflicts(document)) {
      if (kind === 'shadows') {
        yield {
          at: range,
          message: `"${url}" is a page, and this redirect takes its place`,
          related: [{ path, at, message: 'the page that nobody reaches' }],
        }
      } else {
        yield {
          at: range,
          message: `"${url}" is redirected twice`,
          help: 'only one of the two pages is reached',
          related: [{ path, at, message: 'the other redirect' }],
        }
      }
    }
  },
})
