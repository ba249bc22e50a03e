import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A page shows an image that does not exist.',
  severity: 'error',

  *check(document, { project }) {
    for (const link of document.facts.links) {
      if (link.kind !== 'image') continue
      const target = project.resolve(document, link)
      if (target.kind !== 'missing' || project.links.flaw(document, link)) continue
      const near = project.links.near(document, link)
      yield {
        at: link.urlRange,
        message: `image "${target.place}" does not exist`,
        help: near && `did you mean "${near.url}"?`,
        fix: near && suggest(link.urlRange, near.url),
      }
    }
  },
})
