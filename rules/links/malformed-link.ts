import { defineRule, suggest } from '../../src/rule.ts'
import type { InertLink } from '../../src/types.ts'

export default defineRule({
  summary: 'A link or an anchor is written in a way that cannot work.',
  severity: 'error',

  *check(document, { project }) {
    for (const link of document.facts.links) {
      if (link.kind === 'reference' || link.kind === 'navigation') continue
      const flaw = project.links.flaw(document, link)
      if (!flaw) continue
      const at = link.url === '' ? link.range : link.urlRange
      yield { at, message: flaw.says, help: flaw.help, fix: flaw.instead ? suggest(at, flaw.instead) : undefined }
    }
    for (const { id, kind, range } of document.facts.anchors) {
      // What begins with "#" and goes on as no name does is the key of something, made by a program.
      if (kind !== 'html' || !/^#[\p{L}\p{N}_]/u.test(id)) continue
      yield {
        at: range,
        message: `the anchor "${id}" has a "#" in its name`,
        help: `write "${id.slice(1)}": the "#" belongs to the links`,
        fix: suggest(range, id.slice(1)),
      }
    }
    for (const { id, range } of project.links.shownIds(document)) {
      const shown = document.text.slice(...range)
      yield {
        at: range,
        message: `the heading shows "${shown}": an anchor ${shown.startsWith('{') ? 'begins with "#"' : 'stands in braces'}`,
        help: `write "{#${id}}"`,
        fix: suggest(range, `{#${id}}`),
      }
    }
    for (const link of project.links.inert(document)) {
      const written = inHtml(link)
      yield {
        at: link.range,
        message: `"${link.shown}" stands in HTML, and is shown as it is written`,
        help: `write ${written}`,
        fix: suggest(link.range, written),
      }
    }
  },
})

function inHtml({ shown, text, url }: InertLink): string {
  const target = url.replaceAll('&', '&amp;').replaceAll('"', '%22')
  return shown.startsWith('!')
    ? `<img src="${target}" alt="${text.replaceAll('"', '&quot;')}">`
    : `<a href="${target}">${text}</a>`
}
