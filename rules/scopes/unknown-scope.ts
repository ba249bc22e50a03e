import { defineRule, suggest } from '../../src/rule.ts'
import { plural } from '../../src/text.ts'

export default defineRule({
  summary: 'A page names a scope that no catalogue lists.',
  severity: 'error',

  *check(document, { project }) {
    for (const { name, at, meant, places, others } of project.scopes.unknown(document)) {
      const message = `no catalogue lists the scope "${name}"`
      if (meant && places !== undefined) {
        yield {
          at,
          message: `the scope "${name}" stands nowhere else, "${meant.name}" in ${plural(places, 'place')}`,
          help: `did you mean "${meant.name}"?`,
          related: [{ path: meant.place.path, at: meant.place.at, message: `"${meant.name}" stands here` }],
          fix: suggest(at, meant.name),
          severity: 'warning',
        }
        continue
      }
      if (meant) {
        yield {
          at,
          message,
          help: `did you mean "${meant.name}"?`,
          related: [{ path: meant.place.path, at: meant.place.at, message: `"${meant.name}" is listed here` }],
          fix: suggest(at, meant.name),
          severity: meant.likeness === 'misspelt' ? 'error' : 'warning',
        }
        continue
      }
      yield {
        at,
        message: others.length > 0 ? `${message}, which stands in ${plural(others.length + 1, 'place')}` : message,
        related: others.slice(0, 20).map((it) => ({ ...it, message: 'it also stands here' })),
        severity: 'warning',
      }
    }
  },
})
