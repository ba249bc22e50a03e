import { defineRule, didYouMean } from '../../src/rule.ts'
import { nearest } from '../../src/spelling.ts'
import { plural } from '../../src/text.ts'

export default defineRule({
  summary: 'An include asks for a part that the file does not have.',
  severity: 'error',

  *check(document, { project }) {
    for (const include of document.facts.includes) {
      const { selector } = include
      const part = project.includes.part(document, include)
      if (!selector) continue
      if (part.kind === 'short') {
        yield { at: selector.range, message: `${part.path} has only ${plural(part.lines, 'line')}` }
      } else if (part.kind === 'missing' && selector.kind !== 'lines') {
        const name = selector.kind === 'name' ? selector.name : selector.text
        yield {
          at: selector.range,
          message: `${part.path} has no ${selector.kind === 'name' ? 'part' : 'text'} "${name}"`,
          ...didYouMean(selector.range, nearest(name, part.names)),
        }
      }
    }
  },
})
