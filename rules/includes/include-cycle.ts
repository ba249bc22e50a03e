import { defineRule } from '../../src/rule.ts'

const longest = 8

export default defineRule({
  summary: 'A file includes itself, directly or through others.',
  severity: 'error',

  *check({ path }, { project }) {
    for (const { closing, chain } of project.includes.cycles(path)) {
      const shown = chain.length > longest ? [...chain.slice(0, longest - 1), '…', ...chain.slice(-1)] : chain
      yield {
        at: closing.include.targetRange,
        message:
          chain.length === 1 ? `${path} includes itself` : `${path} includes itself: ${[path, ...shown].join(' → ')}`,
        help: 'remove one of these includes',
      }
    }
  },
})
