import { defineRule } from '../../src/rule.ts'

export default defineRule({
  summary: 'A rule crashed: a bug of docs-lint, not a problem of the documentation.',
  severity: 'error',
  last: true,

  *check({ path }, { run }) {
    for (const crash of run.crashes) {
      if (crash.path !== path) continue
      const cause = crash.error.split('\n', 1)[0]
      yield crash.rule === ''
        ? {
            at: [0, 0],
            message: `reading this file crashed: ${cause}`,
            help: 'the other files were checked; exclude it with `ignore`, and please report it',
          }
        : {
            at: [0, 0],
            message: `rule ${crash.rule} crashed here: ${cause}`,
            help: `the other rules went on; skip it with --skip ${crash.rule}, and please report it`,
          }
    }
  },
})
