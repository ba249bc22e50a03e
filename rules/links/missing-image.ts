import { defineRule, didYouMean } from '../../src/rule.ts'

export default defineRule({
  summary: 'A page shows an image that does not exist.',
  severity: 'error',

  *check(document, { project }) {
    for (const link of document.facts.links) {
      if (link.kind !== 'image' && link.kind !== 'figure') continue
      const target = project.resolve(document, link)
      if (target.kind !== 'missing' || project.links.flaw(document, link)) continue
      yield {
        at: link.urlRange,
        message: `image "${target.place}" does not exist`,
        ...didYouMean(link.urlRange, project.links.near(document, link)?.url),
      }
    }
  },
})
