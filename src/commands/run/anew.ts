import type { Terminal } from '../../io/terminal.ts'
import type { Report } from '../../report/report.ts'
import { plural } from '../../text.ts'
import type { ExitCode } from '../command.ts'
import type { Found } from '../configuration/index.ts'
import type { CheckValues } from '../options.ts'
import { diffOf, refuseForeign, workOutFixes, writeFixes } from './fixing.ts'
import { type Judge, makeJudge } from './judge.ts'
import { makeReport } from './report.ts'
import { openSession, type Session } from './session.ts'
import { withInput } from './stdin.ts'
import type { Stopwatch } from './timing.ts'

/** Reads the project and judges it; with `--diff`, the patch is all there is to show. */
export async function reportAnew(
  values: CheckValues,
  positionals: readonly string[],
  found: Found,
  terminal: Terminal,
  watch: Stopwatch,
): Promise<{ report: Report; session: Session } | ExitCode> {
  if (values.fix) refuseForeign(terminal)
  const opened = await openSession(values, terminal, found, watch)
  const session = values.stdin ? await withInput(opened, values['stdin-filename'] ?? '', terminal) : opened
  const paths = values.stdin ? [values['stdin-filename'] ?? ''] : positionals
  const judge = await makeJudge(values, paths, session, terminal)
  if (values.diff) return await showDiff(session, values, judge, terminal).finally(() => watch.lap('rules'))
  const notes = values.fix ? await repair(session, values, judge, terminal) : []
  const report = makeReport(session, judge(session.sources), terminal)
  watch.lap('rules')
  report.notes = [...notes, ...judge.notes]
  return { report, session }
}

async function showDiff(session: Session, values: CheckValues, judge: Judge, terminal: Terminal): Promise<ExitCode> {
  const fixed = await workOutFixes(session, values.unsafe === true, judge)
  terminal.out.write(diffOf(fixed, session, terminal))
  const files = plural(fixed.texts.size, 'file')
  terminal.err.write(fixed.texts.size > 0 ? `${files} would change; docs-lint --fix writes them\n` : 'nothing to fix\n')
  return fixed.texts.size > 0 ? 1 : 0
}

/** Writes the fixes and goes on with what the files hold now. */
async function repair(session: Session, values: CheckValues, judge: Judge, terminal: Terminal): Promise<string[]> {
  const before = judge(session.sources).diagnostics.length
  const fixed = await workOutFixes(session, values.unsafe === true, judge)
  const written = writeFixes(fixed, session, terminal)
  const held =
    fixed.held > 0
      ? [`${plural(fixed.held, 'fix', 'fixes')} held back: other problems would come to light; --unsafe applies them`]
      : []
  if (written.length === 0) return ['nothing to fix', ...held]
  session.sources = await session.reread(new Map([...fixed.texts].filter(([path]) => written.includes(path))))
  const gone = before - judge(session.sources).diagnostics.length
  return [`fixed ${plural(Math.max(gone, 0), 'problem')} in ${plural(written.length, 'file')}`, ...held]
}
