import type { Diagnostic, Severity } from '../types.ts'
import { locator, type Report, said, severities } from './report.ts'
import { defused } from './safe.ts'
import { problems } from './summary.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

/** GitHub shows so many annotations of a kind in a step and drops the rest without a word. */
const maxOfAKind = 10

/** Workflow commands: annotations in the diff of a pull request. Several findings of one rule in one file share one. */
export function github(report: Report): string {
  const locate = locator(report)
  const lines: string[] = []
  let left = 0
  for (const severity of severities) {
    const groups = group(report.diagnostics.filter((it) => it.severity === severity))
    const shown = groups.slice(0, maxOfAKind)
    left += groups.slice(maxOfAKind).reduce((sum, it) => sum + it.length, 0)
    lines.push(...shown.map((it) => annotation(it, report, locate)))
  }
  if (report.diagnostics.length > 0) {
    const rest = left > 0 ? `; GitHub shows ${maxOfAKind} of a kind, ${left} more are in the log and the summary` : ''
    lines.push(`docs-lint: ${problems(report)}${rest}`)
  }
  return lines.map((it) => `${it}\n`).join('')
}

type Group = readonly [Diagnostic, ...Diagnostic[]]

function group(diagnostics: readonly Diagnostic[]): Group[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>()
  for (const it of diagnostics) {
    const key = `${it.path}\0${it.rule}`
    const known = groups.get(key)
    if (known) known.push(it)
    else groups.set(key, [it])
  }
  return [...groups.values()]
}

function annotation([first, ...others]: Group, report: Report, locate: ReturnType<typeof locator>): string {
  const { severity, path, at, rule } = first
  const { start, end } = locate(path, at)
  // Columns may not be sent for a finding over several lines.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {}
  const properties = Object.entries({
    file: report.repositoryPrefix + path,
    line: start.line,
    endLine: end.line,
    ...columns,
    title: rule,
  }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const more = others.map((it) => `line ${locate(it.path, it.at).start.line}: ${it.message}`)
  const text = [said(first), ...more.slice(0, 20)].join('\n')
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(text)}`
}

function escapeData(text: string): string {
  return defused(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'), '%23')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
