import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A rule crashed: a bug of docs-lint, not a problem of the documentation.',
  severity: 'error',
  last: true,

  *check({ path }, { run }) {
    for (const crash of run.crashes) {
      if (crash.path !== path) continue
      yield {
        at: [0, 0],
        message: `rule ${crash.rule} crashed here: ${crash.error.split('\n', 1)[0]}`,
        help: `the other rules went on; skip it with --skip ${crash.rule}, and please report it`,
      }
    }
  },
})
