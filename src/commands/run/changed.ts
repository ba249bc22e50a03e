import { fingerprint } from '../../baseline.ts'
import { getOrAdd } from '../../grouped.ts'
import { type GitChanges, gitChanges } from '../../io/git.ts'
import type { Terminal } from '../../io/terminal.ts'
import { lint } from '../../lint.ts'
import { Lines } from '../../text.ts'
import type { Diagnostic } from '../../types.ts'
import { UsageError } from '../command.ts'
import type { Session } from './session.ts'

interface Values {
  staged?: boolean
  since?: string
  'changed-lines'?: boolean
}

/** Whether a finding concerns the change. */
export type Concerns = (it: Diagnostic) => boolean

/**
 * A finding concerns a change if its place or the other place that it is about changed; or, anywhere else, if it was not
 * there before: the deleted heading is to blame for the links to it.
 */
export async function changedFilter(
  values: Values,
  session: Session,
  { env }: Terminal,
): Promise<{ concerns: Concerns; note: string } | undefined> {
  const what = values.staged ? { staged: true as const } : values.since !== undefined && { since: values.since }
  if (!what) {
    if (values['changed-lines']) throw new UsageError('--changed-lines needs --staged or --since <ref>')
    return undefined
  }
  if (values.staged && values.since !== undefined) throw new UsageError('--staged and --since exclude each other')
  const changes = gitChanges(session.root, what)
  if ('problem' in changes) throw new UsageError(changes.problem, { help: changes.help })
  const changed = new Set(changes.paths)
  if (values.staged && changed.size === 0 && env.PRE_COMMIT) {
    // `pre-commit run --all-files`: what the next commit holds is not what is asked.
    return { note: 'nothing is staged, so everything is reported', concerns: () => true }
  }
  const touched = values['changed-lines'] ? lineFilter(changes, session) : () => true
  const before = changed.size > 0 ? await findingsBefore(changes, session) : undefined
  const { documents } = session.sources
  return {
    note: `only what concerns ${changed.size} changed ${changed.size === 1 ? 'file' : 'files'}`,
    concerns(it) {
      if (before === undefined) return false
      if (changed.has(it.path) && touched(it.path, it.at)) return true
      if (it.related?.some((other) => changed.has(other.path) && touched(other.path, other.at))) return true
      return !before.has(`${it.path}|${fingerprint(it, documents)}`)
    },
  }
}

/** What would have been found before the change. Only the changed files are read anew; the rest is known. */
async function findingsBefore({ paths, before }: GitChanges, session: Session): Promise<ReadonlySet<string>> {
  const texts = new Map(paths.map((path) => [path, before(path)] as const))
  const sources = await session.imagine(texts)
  const { diagnostics } = lint(sources, session.rules, session.config)
  return new Set(diagnostics.map((it) => `${it.path}|${fingerprint(it, sources.documents)}`))
}

function lineFilter(changes: GitChanges, session: Session): (path: string, at: Diagnostic['at']) => boolean {
  const known = new Map<string, { lines: Lines; hunks: [number, number][] }>()
  return (path, at) => {
    const { lines, hunks } = getOrAdd(known, path, () => ({
      lines: new Lines(session.text(path)),
      hunks: changes.lines(path),
    }))
    const first = lines.at(at[0]).line
    const last = lines.at(at[1]).line
    return hunks.some((hunk) => first <= hunk[1] && last >= hunk[0])
  }
}
