import { isBelow } from '../../src/paths.ts'
import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'No page, navigation or include leads to a page.',
  severity: 'off',

  *check({ path, facts }, { project }) {
    // Where a reader comes in, nobody has to lead; what is no page at all is another rule's business.
    const entrance = /(?:^|\/)_?(?:index|readme|summary|404|_sidebar|_navbar)\.[^/]*$/i.test(path)
    if (entrance || facts.problems.length > 0 || project.pages.unbuilt(path) || !project.pages.entry(path)) return
    const { contents } = project.site(path)
    if (!contents.some(({ folder }) => isBelow(path, folder))) return
    if (facts.sections.length < 2 && facts.frontMatter === undefined) return
    if (!project.pages.isReached(path)) yield { at: [0, 0], message: 'nothing leads to this page' }
  },
})
