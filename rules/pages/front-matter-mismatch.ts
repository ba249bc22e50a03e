import { defineRule, didYouMean } from '../../src/rule.ts'

export default defineRule({
  summary: 'Front matter does not fit what the site generator, or a JSON Schema, expects.',
  severity: 'error',

  *check(document, { project }) {
    for (const { range, message, near } of project.pages.frontMatter(document))
      yield { at: range, message, ...didYouMean(range, near) }
  },
})
