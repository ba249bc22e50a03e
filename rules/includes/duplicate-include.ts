import { defineRule } from '../../src/rule.ts'
import type { Include } from '../../src/types.ts'

export default defineRule({
  summary: 'A page includes a file twice.',
  severity: 'warning',

  *check(document, { project }) {
    if (document.facts.includes.length < 2) return
    const seen = new Map<string, Include>()
    for (const part of project.pages.from(document).parts) {
      const outer = part.chain[0]?.include
      const inner = part.chain.at(-1)?.include
      // A note is repeated on purpose; what brings chapters, or stands in a list of them, is not.
      const brings = part.document.facts.sections.some(({ depth }) => depth === 1 || depth === 2)
      const counts = inner?.mechanism === 'front-matter' || brings
      if (!outer || !inner || !counts || inner.selector) continue

      const first = seen.get(part.document.path)
      if (!first) seen.set(part.document.path, outer)
      else if (first !== outer) {
        yield {
          at: outer.targetRange,
          message: `${part.document.path} is included twice`,
          related: [{ path: document.path, at: first.targetRange, message: 'first here' }],
        }
      }
    }
  },
})
