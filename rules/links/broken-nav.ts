import { defineRule, didYouMean, problemsOf } from '../../src/rule.ts'

export default defineRule({
  summary:
    'The navigation points to a page that the site does not have, or the contents of a page leave out a section.',
  severity: 'error',

  *check(document, { project }) {
    yield* problemsOf(document, 'navigation')
    for (const link of project.links.navigation(document)) {
      const target = project.resolve(document, link)
      if (target.kind === 'unbuilt') {
        yield {
          at: link.urlRange,
          message: `"${target.path}" is in the navigation and is not built`,
          related: [{ path: target.path, at: [0, 0], message: 'this page never reaches the site' }],
        }
      } else if (target.kind === 'missing') {
        yield {
          at: link.urlRange,
          message: `"${link.url}" is in the navigation and does not exist`,
          ...didYouMean(link.urlRange, project.links.near(document, link)?.url),
        }
      }
    }
    for (const { section, before } of project.links.leftOut(document)) {
      yield {
        at: section.heading,
        severity: 'warning',
        message: `the contents of this page leave out "${section.title.trim()}"`,
        related: [{ path: document.path, at: before.range, message: 'it lacks behind this entry' }],
      }
    }
  },
})
