import { defineRule, replace } from '../../src/rule.ts'

/** What Jekyll itself defines. */
const defined = new Set('site page layout content paginator jekyll include theme forloop tablerowloop'.split(' '))

export default defineRule({
  summary: 'A placeholder in a sample is evaluated by the template engine of the site, and vanishes.',
  severity: 'error',

  *check({ path, text, facts }, { project }) {
    const { generator, settings } = project.site(path)
    if (facts.templates.length === 0 || generator !== 'jekyll') return
    if (project.pages.unbuilt(path) || JSON.stringify(settings).includes('"render_with_liquid":false')) return
    if (facts.frontMatter && /^render_with_liquid:\s*false/m.test(text.slice(...facts.frontMatter.range))) return

    for (const { range, name } of facts.templates) {
      if (defined.has(name)) continue
      const expression = text.slice(...range)
      yield {
        at: range,
        message: `"${expression}" is evaluated by Liquid, and the page shows nothing in its place`,
        help: 'put it between {% raw %} and {% endraw %}',
        fix: replace(range, `{% raw %}${expression}{% endraw %}`),
      }
    }
  },
})
