import { increment } from '../../grouped.ts'
import type { Terminal } from '../../io/terminal.ts'
import type { Rules } from '../../lint.ts'
import type { Rule } from '../../rule.ts'
import { byCodeUnit } from '../../text.ts'

const stages = {
  start: 'start',
  recall: 'configuration, last report',
  scan: 'scan, cache',
  read: 'read, parse, facts',
  rules: 'project and rules',
  report: 'report',
}

/** Knows where the time of a run went. */
export interface Stopwatch {
  /** Ends a stage: all the time since the last one ended was its own. */
  lap(stage: keyof typeof stages): void
  /** The same rules; what they take is counted. */
  timed(rules: Rules): Rules
  print(): void
}

/** For a run that nobody times. */
export const idle: Stopwatch = { lap() {}, timed: (rules) => rules, print() {} }

const slowest = 5

/**
 * Rules are timed around the engine, which knows no clock. Whoever first asks the project a question pays for the answer.
 * `since`: when what is timed began, by the terminal's clock; the start of the process if it is left out.
 */
export function openStopwatch({ timing }: { timing?: boolean }, { clock, err }: Terminal, since = 0): Stopwatch {
  if (!timing) return idle
  const laps = new Map<string, number>()
  const spent = new Map<string, number>()
  let last = since
  const spend = <T>(id: string, work: () => T): T => {
    const from = clock()
    try {
      return work()
    } finally {
      increment(spent, id, clock() - from)
    }
  }
  const timed = (id: string, rule: Rule): Rule => ({
    ...rule,
    index: rule.index && ((documents, project) => spend(id, () => rule.index?.(documents, project))),
    check: (document, context) => spend(id, () => [...rule.check(document, context)]),
  })
  return {
    lap(stage) {
      const now = clock()
      laps.set(stages[stage], now - last)
      last = now
    },
    timed: (rules) => new Map([...rules].map(([id, rule]) => [id, timed(id, rule)])),
    print() {
      const rules = [...spent].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b)).slice(0, slowest)
      const head = rules.length > 0 ? 'slowest rules:\n' : ''
      err.write(`${rows([...laps, ['total', last - since]])}${head}${rows(rules, '  ')}`)
    },
  }
}

function rows(times: readonly (readonly [name: string, ms: number])[], indent = ''): string {
  return times.map(([name, ms]) => `${(indent + name).padEnd(34)} ${ms.toFixed(1).padStart(9)} ms\n`).join('')
}
