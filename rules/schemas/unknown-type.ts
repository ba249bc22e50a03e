import { defineRule, suggest } from '../../src/rule.ts'
import type { Range } from '../../src/types.ts'

export default defineRule({
  summary: 'The type of a documented field is a misspelt word.',
  severity: 'warning',

  *check({ facts, text }) {
    for (const { fields } of facts.schemas) {
      for (const { typeText, typeRange, type } of fields) {
        if (!type.misspelt) continue
        // Of "aray of x" and "aray[x]" the first word is misspelt.
        const word = typeText.replace(/ of .*$|\\?[[<&].*$/s, '').trimEnd()
        const start = text.indexOf(word, typeRange[0])
        const isThere = start >= 0 && start < typeRange[1]
        const at: Range = isThere ? [start, start + word.length] : typeRange
        yield {
          at,
          message: `"${word}" is no type`,
          help: `did you mean "${type.misspelt}"?`,
          fix: isThere ? suggest(at, type.misspelt) : undefined,
        }
      }
    }
  },
})
