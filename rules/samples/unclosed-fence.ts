import { defineRule, suggest } from '../../src/rule.ts'

export default defineRule({
  summary: 'A code fence is never closed and swallows the headings below it.',
  severity: 'error',

  *check({ path, facts }) {
    for (const { range, languageRange, swallows, closing } of facts.fences) {
      if (!swallows) continue
      yield {
        at: [range[0], languageRange[1]],
        message: swallows.isFence
          ? `code fence is never closed: it swallows the one that "${swallows.title}" was to open`
          : `code fence is never closed: it swallows the heading "${swallows.title}"`,
        help: `close it before the ${swallows.isFence ? 'next one' : 'heading'}`,
        related: [{ path, at: swallows.range, message: 'shown as code' }],
        fix: closing && suggest([closing.at, closing.at], `\n${closing.marks}`),
      }
    }
  },
})
