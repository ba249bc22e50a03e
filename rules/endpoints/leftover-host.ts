import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A host in a sample that no reader can reach.',
  severity: 'warning',

  *check({ facts }, { project }) {
    for (const host of facts.hosts) {
      const meant = project.hosts.meant(host)
      if (meant !== undefined) {
        yield {
          at: host.range,
          message: `host "${host.name}" is one letter from "${meant}"`,
          fix: suggest(host.range, meant),
        }
      } else if (project.hosts.internal(host)) {
        yield {
          at: host.range,
          message: `host "${host.name}" is a test stage`,
          help: 'write the host that readers call',
        }
      }
    }
  },
})
