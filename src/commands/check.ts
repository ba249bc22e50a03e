import { version } from '../io/package.ts'
import type { Terminal } from '../io/terminal.ts'
import { lint, type Result } from '../lint.ts'
import { formats } from '../report/index.ts'
import type { Report } from '../report/report.ts'
import type { Severity } from '../types.ts'
import { defineCommand, type ExitCode, type Values } from './command.ts'
import { outputs, writeOutputs } from './outputs.ts'
import { inside, pathFilter } from './paths.ts'
import { openSession, type Session, sessionOptions } from './session.ts'
import { atLeast, readCount, readFailOn } from './thresholds.ts'

const options = {
  ...sessionOptions,
  format: {
    type: 'string',
    short: 'f',
    multiple: true,
    value: 'name[=file]',
    group: 'Output',
    summary: `Print the report as ${[...formats.keys()].join(', ')}; several times for several reports (default: pretty on a terminal, otherwise compact)`,
  },
  'output-file': { type: 'string', short: 'o', value: 'file', group: 'Output', summary: 'Write the report to a file' },
  quiet: { type: 'boolean', short: 'q', group: 'Output', summary: 'Report errors only' },
  'max-diagnostics': {
    type: 'string',
    value: 'n|none',
    group: 'Output',
    summary:
      'Print at most so many findings, the worst first (default: 50 for pretty, none otherwise); totals stay exact',
  },
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
    const thresholds = { failOn: readFailOn(values), maxWarnings: readCount(values['max-warnings'], '--max-warnings') }
    const targets = outputs(values, terminal)
    const session = await openSession(values, terminal)
    const filter = pathFilter(positionals, session, terminal, values['no-error-on-unmatched-pattern'] === true)
    const result = lint(session.sources, session.rules, session.config)
    const report = makeReport(
      session,
      result,
      terminal,
      (it) => inside(filter, it) && (!values.quiet || it.severity === 'error'),
    )
    report.durationMs = terminal.clock() - started
    await writeOutputs(targets, report, values, terminal)
    return exitCode(report, thresholds)
  },
})

function makeReport(
  { sources, config: _, configPath, prefix, text }: Session,
  result: Result,
  terminal: Terminal,
  keep: (it: Result['diagnostics'][number]) => boolean,
): Report {
  const facts = [...sources.documents.values()].map((it) => it.facts)
  const sum = (size: (it: (typeof facts)[number]) => number) => facts.reduce((total, it) => total + size(it), 0)
  return {
    tool: { name: 'docs-lint', version: version() },
    cwd: terminal.cwd,
    prefix,
    config: configPath,
    sites: sources.sites,
    files: sources.documents.size,
    diagnostics: result.diagnostics.filter(keep),
    suppressed: { inline: result.suppressed.filter(keep).length, baseline: 0 },
    crashes: result.crashes,
    checked: {
      links: sum((it) => it.links.length),
      anchors: sum((it) => it.anchors.length + it.sections.length - 1),
      samples: sum((it) => it.samples.length),
      endpoints: sum((it) => it.endpoints.filter(({ role }) => role === 'definition').length),
    },
    durationMs: 0,
    text,
  }
}

function exitCode(
  { diagnostics, crashes }: Report,
  { failOn, maxWarnings }: { failOn: Severity | 'never'; maxWarnings: number },
): ExitCode {
  if (crashes.length > 0) return 2
  if (failOn !== 'never' && diagnostics.some(({ severity }) => atLeast(severity, failOn))) return 1
  return diagnostics.filter(({ severity }) => severity === 'warning').length > maxWarnings ? 1 : 0
}

export type CheckValues = Values<typeof options>
