import type { Terminal } from '../../io/terminal.ts'
import { inOrder, lint } from '../../lint.ts'
import type { Sources } from '../../project/types/project.ts'
import type { Diagnostic } from '../../types.ts'
import type { CheckValues } from '../options.ts'
import { inside, pathFilter } from '../paths.ts'
import { changedFilter } from './changed.ts'
import { divideByBaseline, findBaseline } from './debts.ts'
import type { Judgement } from './report.ts'
import type { Session } from './session.ts'

/** From a project to what the user asked to see of it. */
export interface Judge {
  /** Where only the findings in some files are `wanted`, nothing is said of a stale baseline. */
  (sources: Sources, wanted?: (path: string) => boolean): Judgement
  /** What was narrowed down, for the reader. */
  notes: string[]
}

/** All filters in one place: the baseline first, since it must see everything; then paths, changes and severity. */
export async function makeJudge(
  values: CheckValues,
  paths: readonly string[],
  session: Session,
  terminal: Terminal,
): Promise<Judge> {
  const filter = pathFilter(paths, session, terminal, values['no-error-on-unmatched-pattern'] === true)
  const baseline = findBaseline(values, session, terminal)
  const changed = await changedFilter(values, session, terminal)
  const keep = (it: Diagnostic) =>
    inside(filter, it) && (!values.quiet || it.severity === 'error') && (!changed || changed.concerns(it))
  const judge = (sources: Sources, wanted?: (path: string) => boolean): Judgement => {
    const result = lint(sources, session.rules, session.config, wanted)
    const { crashes, project } = result
    const open = values['no-inline-config'] === true
    const diagnostics = open ? inOrder([...result.diagnostics, ...result.suppressed]) : result.diagnostics
    const suppressed = open ? [] : result.suppressed
    const { fresh, known, stale } = divideByBaseline(diagnostics, baseline, { ...session, sources })
    return {
      diagnostics: fresh.filter(keep),
      inline: suppressed.filter(keep),
      known: known.filter(keep),
      stale: stale.reduce((sum, { entry }) => sum + entry.n, 0),
      crashes,
      project,
    }
  }
  return Object.assign(judge, { notes: changed ? [changed.note] : [] })
}
