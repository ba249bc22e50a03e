import { defineRule, problemsOf } from '../../src/rule.ts'

export default defineRule({
  summary: 'The front matter of a page is not valid YAML or TOML, or its fences are no lines of their own.',
  severity: 'error',

  check: (document, { project }) => problemsOf(document, 'front-matter').filter(() => project.pages.isYaml(document)),
})
