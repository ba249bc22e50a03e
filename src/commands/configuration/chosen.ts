import type { Chosen } from '../../config/index.ts'
import type { RuleEntry } from '../../config/user.ts'
import type { Rules } from '../../lint.ts'
import { choose, splitList } from '../arguments.ts'
import { UsageError } from '../command.ts'
import type { SessionValues } from '../options.ts'

/** The flags that have the last word about rules; only commands that judge have them. */
export type RuleValues = Pick<SessionValues, 'rule' | 'only' | 'skip' | 'ignore-pattern'>

/** What the flags say of rules, each of which must be one of `rules`. */
export function chosenRules(values: RuleValues, rules: Rules): Chosen {
  const { rule = [], only, skip, 'ignore-pattern': ignore } = values
  const known = (id: string) => knownRule(id, rules)
  const settings: Record<string, RuleEntry> = {}
  for (const entry of rule) {
    const [id = '', severity = ''] = entry.split(/:(?=[^:]*$)/)
    if (severity === '')
      throw new UsageError(`--rule ${entry} names no severity`, { help: `write --rule ${entry}:error` })
    settings[known(id)] = knownSeverity(severity)
  }
  return { rules: settings, only: splitList(only).map(known), skip: splitList(skip).map(known), ignore }
}

export function knownRule(id: string, rules: Rules): string {
  return choose(id, rules.keys(), 'rule', 'docs-lint rules lists them')
}

function knownSeverity(text: string): 'error' | 'warning' | 'info' | 'off' {
  const severity = text === 'warn' ? 'warning' : text
  return choose(severity, ['error', 'warning', 'info', 'off'], 'severity') as 'error'
}
