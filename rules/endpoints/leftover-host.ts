import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A host in a sample or a contract that no reader can reach.',
  severity: 'warning',

  *check(document, { project }) {
    for (const host of document.facts.hosts) {
      const meant = project.hosts.meant(host)
      const inside = project.hosts.inside(document, host)
      if (meant !== undefined) {
        yield {
          at: host.range,
          message: `host "${host.name}" is one slip from "${meant}"`,
          fix: suggest(host.range, meant),
        }
      } else if (inside !== undefined) {
        yield {
          at: host.range,
          message: `host "${host.name}" is ${inside}`,
          help: 'write the host that readers call',
        }
      }
    }
  },
})
