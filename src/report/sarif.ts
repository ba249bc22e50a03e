import type { Diagnostic, Range, Severity } from '../types.ts'
import { inert } from './json.ts'
import { locator, type Report, shown } from './report.ts'

const levels: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' }

/** GitHub keeps the 5,000 gravest results of a run and refuses a file with more than 25,000. */
const maxResults = 5000

/** SARIF 2.1.0, as GitHub code scanning reads it. What comments or the baseline hide is left out: it would open alerts. */
export function sarif(report: Report): string {
  const results = shown(report, maxResults)
  const rules = [...new Set(results.map(({ rule }) => rule))]
  const describe = describer(report, rules)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            ...report.tool,
            semanticVersion: report.tool.version,
            rules: rules.map((it) => ruleOf(it, report)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.crashes.length === 0,
            toolExecutionNotifications: report.crashes.map(({ rule, path, error }) => ({
              level: 'error',
              message: { text: `rule ${rule} crashed on ${path}: ${error.split('\n', 1)[0]}` },
            })),
          },
        ],
        results: results.map(describe),
      },
    ],
  }
  return `${inert(JSON.stringify(log, null, 2))}\n`
}

function ruleOf(id: string, report: Report) {
  const text = report.summaryOf(id) || id
  const first = report.diagnostics.find(({ rule }) => rule === id)
  return {
    id,
    name: id,
    shortDescription: { text },
    fullDescription: { text },
    help: {
      text: `${text} Run: docs-lint explain ${id}`,
      markdown: `${text}\n\nRun \`docs-lint explain ${id}\` for examples.`,
    },
    defaultConfiguration: { level: levels[first?.severity ?? 'error'] },
    properties: {
      tags: ['documentation', 'api'],
      precision: 'high',
      'problem.severity': problemSeverity(first?.severity),
    },
  }
}

function problemSeverity(severity: Severity = 'error'): string {
  return severity === 'info' ? 'recommendation' : severity
}

function describer(report: Report, rules: readonly string[]): (it: Diagnostic) => object {
  const locate = locator(report)
  const physical = (path: string, range: Range) => {
    const { start, end } = locate(path, range)
    const last = end.line === start.line && end.column === start.column ? { ...end, column: end.column + 1 } : end
    return {
      physicalLocation: {
        artifactLocation: { uri: uriOf(report.repositoryPrefix + path), uriBaseId: '%SRCROOT%' },
        region: { startLine: start.line, startColumn: start.column, endLine: last.line, endColumn: last.column },
      },
    }
  }
  return (diagnostic) => {
    const { rule, severity, message, help, path, at, related = [] } = diagnostic
    // A place is linked on GitHub only if the message names it as [text](id).
    const places = related.slice(0, 100).map((it, id) => `[${escapeLink(it.message)}](${id})`)
    return {
      ruleId: rule,
      ruleIndex: rules.indexOf(rule),
      level: levels[severity],
      message: { text: [escapeLink(message), help, ...places].filter(Boolean).join('. ') },
      locations: [physical(path, at)],
      relatedLocations: related
        .slice(0, 100)
        .map((it, id) => ({ id, message: { text: it.message }, ...physical(it.path, it.at) })),
      partialFingerprints: { 'docsLint/v1': report.fingerprint(diagnostic) },
    }
  }
}

/** Square brackets begin a link in SARIF's messages. */
function escapeLink(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&')
}

/** A relative URI; every part is encoded, so that no name is taken for a scheme or a host. */
function uriOf(path: string): string {
  return path
    .split('/')
    .map((it) => encodeURIComponent(it.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/')
}
