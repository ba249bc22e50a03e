import { defineRule, insert, type Project, suggest } from '../../src/rule.ts'
import { excerpt } from '../../src/text.ts'
import type { Document, Finding, Host, Range } from '../../src/types.ts'

export default defineRule({
  summary: 'A sample, a contract or a link names a host that is not meant for readers.',
  severity: 'warning',

  *check(document, { project }) {
    for (const host of document.facts.hosts) {
      const found = misspelt(document, host) ?? strange(document, host, project)
      if (found) yield found
    }
    for (const { at, name, what } of project.hosts.ownMachines(document)) yield hidden(at, name, what)
    for (const link of document.facts.links) {
      if (project.hosts.isOwnFolder(document, link))
        yield { at: link.urlRange, message: `"${excerpt(link.url)}" is a file on the machine of who wrote it` }
      const stage = project.hosts.ownStage(document, link)
      if (!stage) continue
      yield {
        at: stage.range,
        message:
          stage.what === 'text'
            ? `"${stage.name}" is a stage, and the link shows "${stage.meant}"`
            : `"${stage.name}" is a stage of this site, which has the ${stage.what} itself`,
        help: `write "${stage.meant}"`,
        fix: suggest(stage.range, stage.meant),
      }
    }
  },
})

function misspelt({ text }: Document, { name, range, lacksSlash, scheme, again }: Host): Finding | undefined {
  if (lacksSlash) {
    return {
      at: range,
      message: `"${name}" stands behind one slash, so the URL has no host`,
      fix: insert({ at: range[0], text: '/' }),
    }
  }
  if (again) return { at: again, message: 'the URL begins again in the middle of its path' }
  if (!scheme) return undefined
  return {
    at: scheme.range,
    message: `"${text.slice(...scheme.range)}" is no scheme of a URL`,
    fix: suggest(scheme.range, scheme.meant),
  }
}

function strange(document: Document, host: Host, { hosts }: Project): Finding | undefined {
  const { name, range } = host
  const meant = hosts.meant(host)
  if (meant !== undefined) {
    return { at: range, message: `host "${name}" is one slip from "${meant}"`, fix: suggest(range, meant) }
  }
  const inside = hosts.inside(document, host)
  return inside && hidden(range, name, inside)
}

function hidden(at: Range, name: string, what: string): Finding {
  return { at, message: `host "${name}" is ${what}`, help: 'write the host that readers call' }
}
