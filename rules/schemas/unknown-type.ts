import { defineRule, suggest } from '../../src/rule.ts'
import type { Range } from '../../src/types.ts'

export default defineRule({
  summary: 'The type of a documented field is a misspelt word.',
  severity: 'warning',

  *check({ facts, text }) {
    for (const { fields } of facts.schemas) {
      for (const { typeText, typeRange, type } of fields) {
        if (!type.misspelt) continue
        const start = text.indexOf(typeText, typeRange[0])
        const at: Range = start < typeRange[1] ? [start, start + typeText.length] : typeRange
        yield {
          at,
          message: `"${typeText}" is no type`,
          help: `did you mean "${type.misspelt}"?`,
          fix: start < typeRange[1] ? suggest(at, type.misspelt) : undefined,
        }
      }
    }
  },
})
