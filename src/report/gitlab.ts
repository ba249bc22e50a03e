import type { Severity } from '../types.ts'
import { inert } from './json.ts'
import { locator, type Report, said } from './report.ts'

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' }

/** GitLab's code quality report. Fingerprints are unique, and the same after lines have moved. */
export function gitlab(report: Report): string {
  const locate = locator(report)
  const seen = new Map<string, number>()
  const issues = report.diagnostics.map((it) => {
    const key = `${it.path}:${report.fingerprint(it)}`
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    const { start, end } = locate(it.path, it.at)
    return {
      description: said(it),
      check_name: it.rule,
      fingerprint: `${key}:${occurrence}`,
      severity: severities[it.severity],
      location: { path: report.repositoryPrefix + it.path, lines: { begin: start.line, end: end.line } },
    }
  })
  return `${inert(JSON.stringify(issues, null, 2))}\n`
}
