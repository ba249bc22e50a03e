import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'The type of a documented field is a misspelt word.',
  severity: 'warning',

  *check({ facts, text }) {
    for (const { typeText, typeRange, type } of facts.schemas.flatMap(({ fields }) => fields)) {
      if (!type.misspelt) continue
      const start = text.indexOf(typeText, typeRange[0])
      yield {
        at: start < typeRange[1] ? [start, start + typeText.length] : typeRange,
        message: `"${typeText}" is no type`,
        help: `did you mean "${type.misspelt}"?`,
        fix: start < typeRange[1] ? suggest([start, start + typeText.length], type.misspelt) : undefined,
      }
    }
  },
})
