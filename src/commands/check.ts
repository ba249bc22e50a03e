import { makeConfig } from '../config/index.ts'
import type { Terminal } from '../io/terminal.ts'
import { formats } from '../report/index.ts'
import type { Report } from '../report/report.ts'
import { plural } from '../text.ts'
import { changedOptions } from './changed.ts'
import { defineCommand, type ExitCode, UsageError, type Values } from './command.ts'
import { findConfiguration } from './configuration.ts'
import { baselineOptions } from './debts.ts'
import { diffOf, refuseForeign, workOutFixes, writeFixes } from './fixing.ts'
import { type Judge, makeJudge } from './judge.ts'
import { outputs, writeOutputs } from './outputs.ts'
import { makeReport } from './report.ts'
import { openSession, type Session, sessionOptions } from './session.ts'
import { withInput } from './stdin.ts'
import { atLeast, readThresholds, type Thresholds } from './thresholds.ts'

const options = {
  ...sessionOptions,
  format: {
    type: 'string',
    short: 'f',
    multiple: true,
    value: 'name[=file]',
    group: 'Output',
    summary: `Print the report as ${[...formats.keys()].join(', ')}; several times for several reports (default: pretty on a terminal, agent for a program that writes code, otherwise compact)`,
  },
  stdin: {
    type: 'boolean',
    group: 'Input',
    summary: 'Check the text that comes in on stdin in place of the file that --stdin-filename names',
  },
  'stdin-filename': { type: 'string', value: 'file', group: 'Input', summary: 'Where that text stands, or will stand' },
  'no-inline-config': { type: 'boolean', group: 'Known findings', summary: 'Hide nothing that comments excuse' },
  fix: { type: 'boolean', group: 'Fixes', summary: 'Repair what can be repaired safely, then report the rest' },
  diff: {
    type: 'boolean',
    group: 'Fixes',
    summary: 'Print the repairs as a patch and write nothing; exit with 1 if there are any',
  },
  unsafe: {
    type: 'boolean',
    group: 'Fixes',
    summary: 'With --fix or --diff: also what a person should look at afterwards',
  },
  'output-file': { type: 'string', short: 'o', value: 'file', group: 'Output', summary: 'Write the report to a file' },
  quiet: { type: 'boolean', short: 'q', group: 'Output', summary: 'Report errors only' },
  'max-diagnostics': {
    type: 'string',
    value: 'n|none',
    group: 'Output',
    summary: 'Print at most so many findings, the worst first (default: 50 for pretty and agent); totals stay exact',
  },
  ...changedOptions,
  ...baselineOptions,
  'fail-on': {
    type: 'string',
    value: 'severity',
    group: 'Exit code',
    choices: ['error', 'warning', 'info', 'never'],
    summary: 'Exit with 1 from this severity on: error (default), warning, info or never',
  },
  'max-warnings': { type: 'string', value: 'n', group: 'Exit code', summary: 'Exit with 1 on more than n warnings' },
  'no-error-on-unmatched-pattern': {
    type: 'boolean',
    group: 'Exit code',
    summary: 'A path that does not exist, or holds nothing to check, is no error',
  },
} as const

export const command = defineCommand({
  usage: '[check] [paths...] [options]',
  examples: [
    ['docs-lint', 'check all documentation below this folder; no configuration needed'],
    ['docs-lint docs/orders', 'check everything, report what concerns docs/orders'],
    ['docs-lint -f json=report.json', 'write a report for a program'],
    ['docs-lint explain missing-include', 'say what a rule finds, and why'],
  ],
  options,
  async run({ values, positionals }, terminal) {
    const started = terminal.clock()
    checkFlags(values, positionals, terminal)
    const found = await findConfiguration(values, terminal)
    const { report: wishes = {} } = makeConfig(found.sources).user
    const thresholds = readThresholds(values, wishes)
    const targets = outputs(values, terminal, found.formats, wishes)
    const opened = await openSession(values, terminal, found)
    const session = values.stdin ? await withInput(opened, values['stdin-filename'] ?? '', terminal) : opened
    const paths = values.stdin ? [values['stdin-filename'] ?? ''] : positionals
    const judge = await makeJudge(values, paths, session, terminal)
    if (values.diff) return await showDiff(session, values, judge, terminal)
    const notes = values.fix ? await repair(session, values, judge, terminal) : []
    const report = makeReport(session, judge(session.sources), terminal)
    report.durationMs = terminal.clock() - started
    report.notes = [...notes, ...judge.notes]
    await writeOutputs(targets, report, terminal)
    if (values['strict-baseline'] && report.stale > 0) return Math.max(1, exitCode(report, thresholds))
    return exitCode(report, thresholds)
  },
})

function checkFlags(values: CheckValues, paths: readonly string[], terminal: Terminal): void {
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
  if (values.fix) refuseForeign(terminal)
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
  if (written.length === 0) return ['nothing to fix']
  session.sources = await session.reread(new Map([...fixed.texts].filter(([path]) => written.includes(path))))
  const gone = before - judge(session.sources).diagnostics.length
  return [`fixed ${plural(Math.max(gone, 0), 'problem')} in ${plural(written.length, 'file')}`]
}

function exitCode({ diagnostics, crashes }: Report, { failOn, maxWarnings }: Thresholds): ExitCode {
  if (crashes.length > 0) return 2
  if (failOn !== 'never' && diagnostics.some(({ severity }) => atLeast(severity, failOn))) return 1
  return diagnostics.filter(({ severity }) => severity === 'warning').length > maxWarnings ? 1 : 0
}

export type CheckValues = Values<typeof options>
