import type { Diagnostic } from '../types.ts'
import { count, fixable, locator, type Report } from './report.ts'
import { defused } from './safe.ts'

/** Version 1 of the JSON report: fields are added, never changed or removed. */
export function json(report: Report): string {
  const describe = describer(report)
  const body = {
    version: 1,
    tool: report.tool,
    cwd: report.cwd,
    summary: {
      files: report.files,
      errors: count(report, 'error'),
      warnings: count(report, 'warning'),
      infos: count(report, 'info'),
      suppressed: report.suppressed,
      fixable: fixable(report),
      durationMs: report.durationMs,
      checked: report.checked,
    },
    diagnostics: report.diagnostics.map(describe),
    internalErrors: report.crashes,
  }
  return `${inert(JSON.stringify(body, null, 2))}\n`
}

/** One finding a line, for tools that read while we write. */
export function jsonl(report: Report): string {
  return report.diagnostics
    .map(describer(report))
    .map((it) => `${inert(JSON.stringify(it))}\n`)
    .join('')
}

/** Only a JSON parser finds in it what a CI runner would take for a command. */
export function inert(json: string): string {
  return defused(json, '\\u0023')
}

function describer(report: Report): (it: Diagnostic) => object {
  const locate = locator(report)
  const place = (path: string, at: readonly [number, number]) => {
    const { start, end } = locate(path, at)
    return { start: { ...start, offset: at[0] }, end: { ...end, offset: at[1] } }
  }
  return (diagnostic) => {
    const { rule, severity, message, help, path, at, related = [], fix } = diagnostic
    return {
      rule,
      severity,
      message,
      help,
      path,
      range: place(path, at),
      related: related.map((it) => ({ path: it.path, range: place(it.path, it.at), message: it.message })),
      fix: fix && {
        safety: fix.safety,
        edits: fix.edits.map((it) => ({ range: place(path, it.range), text: it.text })),
      },
      fingerprint: report.fingerprint(diagnostic),
    }
  }
}
