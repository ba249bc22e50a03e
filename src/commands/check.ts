import type { Terminal } from '../io/terminal.ts'
import type { Report } from '../report/report.ts'
import { atLeast } from '../report/report.ts'
import { defineCommand, type ExitCode, UsageError } from './command.ts'
import { type Found, findConfiguration } from './configuration/index.ts'
import { type CheckValues, checkOptions } from './options.ts'
import { type Output, outputs, writeOutputs } from './run/outputs.ts'
import { openReplay } from './run/replay.ts'
import { readThresholds, type Thresholds } from './run/thresholds.ts'
import { openStopwatch, type Stopwatch } from './run/timing.ts'
import type { Start } from './run/watching.ts'

export const command = defineCommand({
  usage: '[check] [paths...] [options]',
  examples: [
    ['docs-lint', 'check all documentation below this folder; no configuration needed'],
    ['docs-lint docs/orders', 'check everything, report what concerns docs/orders'],
    ['docs-lint -f json=report.json', 'write a report for a program'],
    ['docs-lint explain missing-include', 'say what a rule finds, and why'],
  ],
  options: checkOptions,
  async run({ values, positionals }, terminal) {
    const once = async (start: Start = {}) => await timed(values, positionals, terminal, start)
    return values.watch ? await (await import('./run/watching.ts')).keepChecking(values, terminal, once) : await once()
  },
})

async function timed(
  values: CheckValues,
  positionals: readonly string[],
  terminal: Terminal,
  { since, found }: Start,
): Promise<ExitCode> {
  const watch = openStopwatch(values, terminal, since)
  watch.lap('start')
  const code =
    values.shard === undefined
      ? await check(values, positionals, terminal, watch, found)
      : await (await import('./run/shard.ts')).fillShard(values, values.shard, terminal, watch)
  watch.print()
  return code
}

async function check(
  values: CheckValues,
  positionals: readonly string[],
  terminal: Terminal,
  watch: Stopwatch,
  known?: Found,
): Promise<ExitCode> {
  const started = terminal.clock()
  checkFlags(values, positionals)
  const found = known ?? (await findConfiguration(values, terminal))
  const { report: wishes = {} } = found.config.user
  const thresholds = readThresholds(values, wishes)
  const targets = outputs(values, terminal, found.formats, wishes)
  const replay = openReplay(values, positionals, found, targets, terminal)
  const remembered = replay?.recall()
  watch.lap('recall')
  const ending = { started, targets, thresholds, watch }
  if (remembered) return await finish(remembered, ending, values, terminal)
  // Whoever finds the report of the last run needs none of what works one out.
  const { reportAnew } = await import('./run/anew.ts')
  const made = await reportAnew(values, positionals, found, terminal, watch)
  if (typeof made === 'number') return made
  replay?.keep(made.report, made.session)
  return await finish(made.report, ending, values, terminal)
}

interface Ending {
  started: number
  targets: readonly Output[]
  thresholds: Thresholds
  watch: Stopwatch
}

/** Whether a report was worked out or remembered, it is shown and weighed alike. */
async function finish(
  report: Report,
  { started, targets, thresholds, watch }: Ending,
  values: CheckValues,
  terminal: Terminal,
): Promise<ExitCode> {
  report.durationMs = terminal.clock() - started
  await writeOutputs(targets, report, terminal)
  watch.lap('report')
  const code = exitCode(report, thresholds)
  return values['strict-baseline'] && report.stale > 0 && code === 0 ? 1 : code
}

function checkFlags(values: CheckValues, paths: readonly string[]): void {
  if (values.stdin && values['stdin-filename'] === undefined) {
    throw new UsageError('--stdin needs the name of the file: --stdin-filename <file>')
  }
  if (values['stdin-filename'] !== undefined && !values.stdin) throw new UsageError('--stdin-filename needs --stdin')
  if (values.stdin && paths.length > 0) throw new UsageError('--stdin and paths exclude each other')
  if (values.stdin && values.fix) {
    throw new UsageError('--fix has no file to write with --stdin', { help: 'use --diff' })
  }
  if (values.unsafe && !values.fix && !values.diff) throw new UsageError('--unsafe needs --fix or --diff')
  if (values.fix && values.diff) throw new UsageError('--fix and --diff exclude each other')
}

function exitCode({ diagnostics, crashes }: Report, { failOn, maxWarnings }: Thresholds): ExitCode {
  if (crashes.length > 0) return 2
  if (failOn !== 'never' && diagnostics.some(({ severity }) => atLeast(severity, failOn))) return 1
  return diagnostics.filter(({ severity }) => severity === 'warning').length > maxWarnings ? 1 : 0
}
