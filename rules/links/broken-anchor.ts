import { defineRule, replace, suggest } from '../../src/rule.ts'
import { nearest } from '../../src/text.ts'

export default defineRule({
  summary: 'A link points to a heading or an anchor that its page does not have.',
  severity: 'error',

  *check(document, { project }) {
    for (const link of document.facts.links) {
      if (link.kind === 'reference') continue
      const target = project.resolve(document, link)
      if (target.kind !== 'document' || project.anchors.has(target.path, target.fragment) !== false) continue

      const ids = project.anchors.of(target.path)
      const squashed = squash(target.fragment)
      const same = [...ids].filter((it) => squash(it) === squashed)
      const near = same[0] ?? nearest(target.fragment, ids)
      const url = link.url.slice(0, link.url.indexOf('#') + 1) + near
      yield {
        at: link.urlRange,
        message: `${target.path} has no anchor "#${target.fragment}"`,
        help: near && `did you mean "#${near}"?`,
        fix: near ? (same.length === 1 ? replace : suggest)(link.urlRange, url) : undefined,
      }
    }
  },
})

/** Case, dashes and underscores are what goes wrong between two people who mean one anchor. */
function squash(id: string): string {
  // ASCII needs no Unicode classes, which are slow, and nearly all ids are ASCII.
  if (/^[\w-]*$/.test(id)) return id.toLowerCase().replace(/[_-]/g, '')
  return id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
