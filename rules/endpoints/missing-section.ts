import { defineRule } from '../../src/rule.ts'
import { plural } from '../../src/text.ts'
import type { Document, Range } from '../../src/types.ts'

const auto = 'auto'

export default defineRule({
  summary: 'A page that documents endpoints lacks a section that such pages have.',
  severity: 'off',
  options: { sections: [auto], share: 0.9, minimum: 5 },

  *check(document, { project, options: { sections, share, minimum } }) {
    const { headings } = project.endpoints
    if (!headings.areExpected(document)) return
    const at = headingOf(document)
    for (const title of sections) {
      if (title !== auto && !headings.has(document, title)) {
        yield { at, message: `the page documents endpoints and has no section "${title}"` }
      }
    }
    if (!sections.includes(auto)) return
    for (const { title, having, siblings, example } of headings.missing(document, share, minimum)) {
      yield {
        at,
        message: `the page has no section "${title}", as ${having} of the ${plural(siblings, 'other endpoint page')} in its folder do`,
        related: [{ path: example.document.path, at: example.section.heading, message: 'such a section' }],
      }
    }
  },
})

/** The page's title; where it has none, its beginning. */
function headingOf({ facts }: Document): Range {
  return facts.sections[1]?.heading ?? [0, 0]
}
