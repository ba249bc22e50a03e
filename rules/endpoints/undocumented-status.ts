import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A sample shows a status that its section does not list.',
  severity: 'off',

  *check(document, { project }) {
    for (const group of project.endpoints.groups(document)) {
      const own = project.endpoints.within(group, document.facts.statuses)
      const listed = own.filter(({ role }) => role === 'list')
      const codes = new Set(listed.map(({ code }) => code))
      if (codes.size < 2) continue
      for (const { code, role, reasonRange } of own) {
        if (role !== 'sample' || codes.has(code)) continue
        yield {
          at: reasonRange,
          message: `sample answers ${code}, the section lists ${[...codes].sort().join(', ')}`,
          related: listed
            .slice(0, 1)
            .map((it) => ({ path: document.path, at: it.reasonRange, message: 'listed here' })),
        }
      }
    }
  },
})
