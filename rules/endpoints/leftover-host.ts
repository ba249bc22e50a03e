import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A sample, a contract or a link names a host that is not meant for readers.',
  severity: 'warning',

  *check(document, { project }) {
    for (const host of document.facts.hosts) {
      const meant = project.hosts.meant(host)
      const inside = project.hosts.inside(document, host)
      if (host.lacksSlash) {
        yield {
          at: host.range,
          message: `"${host.name}" stands behind one slash, so the URL has no host`,
          fix: suggest([host.range[0], host.range[0]], '/'),
        }
      } else if (host.scheme) {
        yield {
          at: host.scheme.range,
          message: `"${document.text.slice(...host.scheme.range)}" is no scheme of a URL`,
          fix: suggest(host.scheme.range, host.scheme.meant),
        }
      } else if (meant !== undefined) {
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
    for (const link of document.facts.links) {
      const stage = project.hosts.ownStage(document, link)
      if (!stage) continue
      yield {
        at: stage.range,
        message: `"${stage.name}" is a stage of this site, which has the page itself`,
        help: `write "${stage.meant}"`,
        fix: suggest(stage.range, stage.meant),
      }
    }
  },
})
