import { defineRule, type Project, replace, suggest } from '../../src/rule.ts'
import type { Document, Finding, Link } from '../../src/types.ts'

const changes = {
  case: 'differs in case only',
  extension: 'has another extension',
  root: 'starts at the root',
  renamed: 'has a similar name',
  moved: 'stands in another folder',
}

const unbuilt = {
  'byte-order-mark': 'a byte order mark stands before its front matter',
  'no-front-matter': 'it has no front matter',
  'not-in-summary': 'SUMMARY.md does not list it',
  draft: 'it is a draft',
}

export default defineRule({
  summary: 'A link points to a page or file that the site does not have.',
  severity: 'error',

  *check(document, { project }) {
    const menu = new Set(project.links.navigation(document))
    for (const link of document.facts.links) {
      if (link.kind === 'image' || link.kind === 'figure' || link.kind === 'reference' || menu.has(link)) continue
      const target = project.resolve(document, link)
      if (target.kind === 'unbuilt')
        yield { ...notBuilt(link, target.path, unbuilt[target.why]), severity: link.idle && 'warning' }
      if (target.kind !== 'missing' || project.links.flaw(document, link)) continue
      const repair = repairOf(document, link, project)
      // Nothing like it is anywhere, and nothing stands beside it: something that docs-lint does not know may serve it.
      const severity = link.idle || (target.isRemote && !repair.fix) ? 'warning' : undefined
      const idle = link.idle ? ', and nothing on this page uses the definition' : ''
      yield { at: link.urlRange, message: `"${target.place}" does not exist${idle}`, severity, ...repair }
    }
  },
})

function repairOf(document: Document, link: Link, project: Project): Pick<Finding, 'help' | 'fix'> {
  const near = project.links.near(document, link)
  if (!near) return {}
  const meant = project.resolve(document, { kind: link.kind, url: near.url })
  // A repair that trades a missing page for a missing anchor is no repair yet.
  const anchored = meant.kind === 'document' && project.anchors.has(meant.path, meant.fragment) !== false
  const lands = anchored || meant.kind === 'file'
  const fix = lands && (near.change === 'case' || near.change === 'extension') ? replace : suggest
  return { help: `"${near.url}" ${changes[near.change]}`, fix: fix(link.urlRange, near.url) }
}

function notBuilt({ urlRange }: Link, path: string, why: string): Finding {
  return {
    at: urlRange,
    message: `"${path}" is not built: ${why}`,
    related: [{ path, at: [0, 0], message: 'this page never reaches the site' }],
  }
}
