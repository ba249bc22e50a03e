import { defineRule } from '../../src/rule.ts'
import { plural } from '../../src/text.ts'

export default defineRule({
  summary: 'A scope is used that the list of its product, or the catalogue, leaves out.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { name, at, list, uses } of project.scopes.tables.unlisted(document)) {
      const where = list.path === document.path ? "this page's table of scopes" : list.path
      yield {
        at,
        message: `${where} does not list the scope "${name}"${uses > 1 ? `, which stands in ${plural(uses, 'place')}` : ''}`,
        related: [{ ...list, message: 'the list begins here' }],
      }
    }
  },
})
