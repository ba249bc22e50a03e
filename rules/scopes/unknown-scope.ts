import { defineRule, didYouMean } from '../../src/rule.ts'
import { plural } from '../../src/text.ts'

export default defineRule({
  summary: 'A page names a scope that no catalogue lists.',
  severity: 'error',

  *check(document, { project }) {
    for (const { name, at, meant, places, others } of project.scopes.unknown(document)) {
      const message = `no catalogue lists the scope "${name}"`
      if (meant) {
        const isOdd = places !== undefined
        const known = `"${meant.name}" ${isOdd ? 'stands' : 'is listed'} here`
        yield {
          at,
          message: isOdd
            ? `the scope "${name}" stands ${rarely(others.length)}, "${meant.name}" in ${plural(places, 'place')}`
            : message,
          ...didYouMean(at, meant.name),
          related: [{ ...meant.place, message: known }],
          severity: !isOdd && meant.likeness === 'misspelt' ? 'error' : 'warning',
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

function rarely(others: number): string {
  return others === 0 ? 'nowhere else' : `in ${plural(others + 1, 'place')}`
}
