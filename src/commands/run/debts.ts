import { type Baseline, type Division, divide } from '../../baseline.ts'
import { readBaseline } from '../../baseline-file.ts'
import { exists } from '../../io/config-file.ts'
import { readFileAt } from '../../io/files.ts'
import type { Terminal } from '../../io/terminal.ts'
import type { Diagnostic } from '../../types.ts'
import { UsageError } from '../command.ts'
import { baselineName } from '../options.ts'
import type { Session } from './session.ts'

interface Wanted {
  baseline?: string
  'no-baseline'?: boolean
}

/** Where the baseline lies, if there is one. */
export function baselinePlace(
  { baseline: asked }: Wanted,
  { root, config }: Pick<Session, 'root' | 'config'>,
  { cwd }: Terminal,
): [folder: string, name: string] {
  return asked === undefined ? [root, config.user.baseline ?? baselineName] : [cwd, asked]
}

/** The baseline in force, if there is any. */
export function findBaseline(values: Wanted, session: Session, terminal: Terminal): Baseline | undefined {
  if (values['no-baseline']) return undefined
  const asked = values.baseline
  const { config } = session
  const [folder, name] = baselinePlace(values, session, terminal)
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
