import { type Baseline, divide, makeBaseline, prune, size } from '../baseline.ts'
import { renderBaseline } from '../baseline-file.ts'
import { writeReport } from '../io/files.ts'
import { lint } from '../lint.ts'
import { plural } from '../text.ts'
import { defineCommand, UsageError } from './command.ts'
import { baselineName, configurationOptions } from './options.ts'
import { findBaseline } from './run/debts.ts'
import { openSession } from './run/session.ts'

export const command = defineCommand({
  usage: 'baseline [--update | --prune] [options]',
  examples: [
    ['docs-lint baseline', "accept today's findings: docs-lint reports only new ones from now on"],
    ['docs-lint baseline --prune', 'drop what has been repaired since; add nothing'],
    ['docs-lint baseline --update', 'accept all findings of today, new ones too'],
  ],
  options: {
    ...configurationOptions,
    update: { type: 'boolean', summary: 'Write an existing baseline anew, with findings that it did not hold' },
    prune: { type: 'boolean', summary: 'Only remove findings that are gone' },
    baseline: { type: 'string', value: 'file', summary: `The file (default: ${baselineName})` },
  },
  async run({ values }, terminal) {
    if (values.update && values.prune) throw new UsageError('--update and --prune exclude each other')
    const session = await openSession(values, terminal)
    const name = values.baseline ?? session.prefix + (session.config.user.baseline ?? baselineName)
    const { documents } = session.sources
    const { diagnostics } = lint(session.sources, session.rules, session.config)
    const old = existing(values, session, terminal)
    const division = divide(diagnostics, old ?? { entries: new Map() }, documents)
    if (values.prune && !old)
      throw new UsageError('there is no baseline to prune', { help: 'docs-lint baseline writes one' })
    if (old && !values.update && !values.prune && division.fresh.length > 0) {
      throw new UsageError(`${name} exists, and ${plural(division.fresh.length, 'finding')} would be added to it`, {
        help: 'repair them, or accept them with docs-lint baseline --update',
      })
    }
    const next = values.prune && old ? prune(old, division.stale) : makeBaseline(diagnostics, documents)
    writeReport(terminal.cwd, name, renderBaseline(next))
    terminal.out.write(`${name}: ${plural(size(next), 'finding')} (${difference(old, next)})\n`)
    return 0
  },
})

function existing(...[values, session, terminal]: Parameters<typeof findBaseline>): Baseline | undefined {
  try {
    return findBaseline(values, session, terminal)
  } catch (error) {
    // A file that is named and not there yet is the one to write; --update replaces one that cannot be read.
    const missing = error instanceof UsageError && error.message.startsWith('no such baseline')
    if (missing || ('update' in values && values.update)) return undefined
    throw error
  }
}

function difference(old: Baseline | undefined, next: Baseline): string {
  const counts = (it: Baseline | undefined) =>
    new Map([...(it?.entries ?? [])].flatMap(([path, list]) => list.map(({ fp, n }) => [`${path}|${fp}`, n] as const)))
  const [before, after] = [counts(old), counts(next)]
  let [added, gone] = [0, 0]
  for (const [key, n] of after) added += Math.max(n - (before.get(key) ?? 0), 0)
  for (const [key, n] of before) gone += Math.max(n - (after.get(key) ?? 0), 0)
  return `+${added} / -${gone}`
}
