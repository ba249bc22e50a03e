import { defineRule } from '../../src/rule.ts'
import { plural, withCommas } from '../../src/text.ts'

export default defineRule({
  summary: 'An endpoint says nothing of scopes where its siblings do.',
  severity: 'warning',
  options: { share: 0.9, minimum: 5 },

  *check(document, { project, options }) {
    for (const { group, at, stating, siblings, unit, around } of project.scopes.endpoints.silent(
      document,
      options.share,
      options.minimum,
    )) {
      const [first] = group.definitions
      const name = first ? `${first.method ?? group.method ?? ''} ${first.path}`.trim() : group.title
      yield {
        at,
        message: `"${name}" says nothing of scopes, as ${withCommas(stating)} of the ${plural(siblings, unit)} ${around === 'page' ? 'on its page' : 'in its folder'} do`,
        help: 'name its scopes, or say that it needs none',
      }
    }
  },
})
