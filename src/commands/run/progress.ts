import type { Terminal } from '../../io/terminal.ts'
import type { Progress } from '../../load/index.ts'

const patience = 500
const interval = 100

/** A line on stderr while a long run reads, if somebody looks; gone when it is done. */
export function showProgress({ err, env, clock }: Terminal): { step: Progress; clear: () => void } {
  if (!err.isTerminal || env.CI || env.TERM === 'dumb') return { step: () => {}, clear: () => {} }
  let next = clock() + patience
  let drawn = false
  return {
    step(done, total) {
      const now = clock()
      if (now < next) return
      next = now + interval
      drawn = true
      err.write(`\r${`reading ${done} of ${total} files`.padEnd(40)}`)
    },
    clear() {
      if (drawn) err.write(`\r${' '.repeat(40)}\r`)
    },
  }
}
