import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'The navigation points to a page that the site does not have.',
  severity: 'error',

  *check(document, { project }) {
    for (const { kind, range: at, message } of document.facts.problems) if (kind === 'navigation') yield { at, message }
    for (const link of project.links.navigation(document)) {
      const target = project.resolve(document, link)
      if (target.kind === 'unbuilt') {
        yield {
          at: link.urlRange,
          message: `"${target.path}" is in the navigation and is not built`,
          related: [{ path: target.path, at: [0, 0], message: 'this page never reaches the site' }],
        }
      } else if (target.kind === 'missing') {
        const near = project.links.near(document, link)
        yield {
          at: link.urlRange,
          message: `"${link.url}" is in the navigation and does not exist`,
          help: near && `did you mean "${near.url}"?`,
          fix: near && suggest(link.urlRange, near.url),
        }
      }
    }
  },
})
