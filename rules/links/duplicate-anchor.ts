import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'An anchor stands twice on one page.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { anchor, first } of project.anchors.duplicates(document)) {
      yield {
        at: anchor.range,
        message: `the anchor "${anchor.id}" already stands on this page`,
        help: 'links to it lead to the first',
        related: [{ path: first.path, at: first.anchor.range, message: 'the first' }],
      }
    }
    for (const { heading, first, number } of project.anchors.repeated(document)) {
      yield {
        at: heading.heading,
        message: number
          ? `the section "${heading.title}" has the number of the one above it`
          : `the heading "${heading.title}" is that of the section right above it`,
        help: number ? `"${number}" means either` : 'call one of the two what it is, or delete it',
        related: [{ path: document.path, at: first.heading, message: 'the first' }],
      }
    }
  },
})
