import { defineRule, suggest } from '../../src/rule.ts'
import type { Anchor, Finding, InertLink } from '../../src/types.ts'

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
    yield* document.facts.anchors.flatMap((it) => hashInName(it) ?? [])
    for (const { id, range } of project.links.shownIds(document)) {
      const shown = document.text.slice(...range)
      yield {
        at: range,
        message: `the heading shows "${shown}": an anchor ${shown.startsWith('{') ? 'begins with "#"' : 'stands in braces'}`,
        help: `write "{#${id}}"`,
        fix: suggest(range, `{#${id}}`),
      }
    }
    for (const { id, name, range } of project.anchors.foreign(document)) {
      const message = `the heading "${name}" has the anchor "${id}"`
      yield { at: range, message, severity: 'warning', help: 'all others have anchors of their own names' }
    }
    yield* project.links.inert(document).map(ofInert)
  },
})

function ofInert(link: InertLink): Finding {
  const { says, help, meant } = inert(link)
  return {
    at: link.range,
    severity: link.in === 'component' ? 'warning' : undefined,
    message: `"${link.shown}" ${says}`,
    help,
    fix: meant === undefined ? undefined : suggest(link.range, meant),
  }
}

const faults = {
  component: 'is a component, which nothing here renders, and no link',
  code: 'has its bracket inside the code, so it is no link',
  bare: 'lacks the parentheses of a link',
  gap: 'has a blank between its halves, so it is no link',
  sample: 'is a link of Markdown where JSON needs a URL',
  turned: 'has the brackets of a link the wrong way round',
  round: 'has parentheses around the text of a link, which stands in brackets',
  blanks: 'has blanks in its address, so it is no link',
  unopened: 'ends a link that no bracket opens',
  doubled: 'has a parenthesis too many before its address, so it is no link',
  tag: 'is shown as text: nothing closes the quote, nor the tag',
  lines: 'is torn apart by the end of a line, so it is no link',
  template: 'calls a template, and Hugo runs none in its pages, so it is no link',
}

/** What is wrong with a link that is none, and what to write in its place, if anybody but its author can know. */
function inert({ in: place, shown, text, url }: InertLink): { says: string; help: string; meant?: string } {
  if (place === 'html') {
    const meant = inHtml(shown.startsWith('!'), text, url)
    return { says: 'stands in HTML, and is shown as it is written', help: `write ${meant}`, meant }
  }
  const says = faults[place]
  if (place === 'sample') return { says, help: `write ${text}`, meant: text }
  if (place === 'template') return { says, ...filledIn(shown.startsWith('!'), text, url) }
  if (place === 'tag') return { says, help: 'close it with `">`' }
  if (place === 'unopened') return { says, help: 'write "[" in front of its text' }
  if (place === 'blanks' && /#.* /.test(url))
    return { says, help: 'write the anchor of that title in place of the title' }
  // Several in a row, or words behind a "|", are not part of what the address was to be.
  if (place === 'blanks' && / {2}|\|/.test(url)) return { says, help: 'delete what does not belong to the address' }
  const meant = `[${text}](${url.replaceAll(' ', '%20')})`
  return { says, help: `write ${meant}`, meant }
}

/** The address that a template was to make something of, if it was given one. */
function filledIn(isImage: boolean, text: string, url: string): { help: string; meant?: string } {
  const [, , address] = /^[^"'`]*(["'`])([^\s"'`()]+)\1[^"'`]*$/.exec(url) ?? []
  if (address === undefined) return { help: 'write the address' }
  const target = /^\{\{-?\s*(?:rel)?ref\b/.test(url) ? `{{< relref "${address}" >}}` : address
  const meant = `${isImage ? '!' : ''}[${text}](${target})`
  return { help: `write ${meant}`, meant }
}

function inHtml(isImage: boolean, text: string, url: string): string {
  const target = url.replaceAll('&', '&amp;').replaceAll('"', '%22')
  return isImage ? `<img src="${target}" alt="${text.replaceAll('"', '&quot;')}">` : `<a href="${target}">${text}</a>`
}

function hashInName({ id, kind, range }: Anchor): Finding | undefined {
  // What begins with "#" and goes on as no name does is the key of something, made by a program.
  if (kind !== 'html' || !/^#[\p{L}\p{N}_]/u.test(id)) return undefined
  return {
    at: range,
    message: `the anchor "${id}" has a "#" in its name`,
    help: `write "${id.slice(1)}": the "#" belongs to the links`,
    fix: suggest(range, id.slice(1)),
  }
}
