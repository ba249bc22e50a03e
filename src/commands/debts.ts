import { type Baseline, type Division, divide, readBaseline } from '../baseline.ts'
import { exists } from '../io/config-file.ts'
import { readFileAt } from '../io/files.ts'
import type { Terminal } from '../io/terminal.ts'
import type { Diagnostic } from '../types.ts'
import { UsageError } from './command.ts'
import type { Session } from './session.ts'

export const baselineName = 'docs-lint-baseline.json'

export const baselineOptions = {
  baseline: {
    type: 'string',
    value: 'file',
    group: 'Known findings',
    summary: `Hide the findings that this file holds (default: ${baselineName} beside the config, if there is one)`,
  },
  'no-baseline': { type: 'boolean', group: 'Known findings', summary: 'Hide nothing' },
  'strict-baseline': {
    type: 'boolean',
    group: 'Known findings',
    summary: 'Exit with 1 if the baseline holds findings that are gone',
  },
} as const

/** The baseline in force, if there is any. */
export function findBaseline(
  values: { baseline?: string; 'no-baseline'?: boolean },
  { root, config }: Session,
  { cwd }: Terminal,
): Baseline | undefined {
  if (values['no-baseline']) return undefined
  const asked = values.baseline
  const [folder, name] = asked === undefined ? [root, config.user.baseline ?? baselineName] : [cwd, asked]
  if (!exists(folder, name)) {
    if (asked === undefined && config.user.baseline === undefined) return undefined
    throw new UsageError(`no such baseline: ${name}`, { help: 'docs-lint baseline writes one' })
  }
  const baseline = readBaseline(readFileAt(folder, name))
  if ('problem' in baseline) {
    throw new UsageError(`cannot use the baseline ${name}: ${baseline.problem}`, {
      help: 'restore it, or write it anew with docs-lint baseline --update',
    })
  }
  return baseline
}

/** Known and fresh findings. What a rule that does not run would find is not stale. */
export function divideByBaseline(
  diagnostics: Diagnostic[],
  baseline: Baseline | undefined,
  session: Session,
): Division {
  if (!baseline) return { fresh: diagnostics, known: [], stale: [] }
  const { fresh, known, stale } = divide(diagnostics, baseline, session.sources.documents)
  const runs = ({ path, entry }: Division['stale'][number]) => {
    const rule = session.rules.get(entry.rule)
    return rule === undefined || session.config.setting(path, entry.rule, rule).severity !== 'off'
  }
  return { fresh, known, stale: stale.filter(runs) }
}
