import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'The front matter of a page is not valid YAML, or its fences are no lines of their own.',
  severity: 'error',

  *check(document, { project }) {
    for (const { kind, range, message, help } of document.facts.problems) {
      if (kind === 'front-matter' && project.isYaml(document)) yield { at: range, message, help }
    }
  },
})
