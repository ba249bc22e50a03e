import type { Diagnostic } from '../types.ts'
import { locator, type Report, shown, type View } from './report.ts'
import { safeMessage, safeText, seal } from './safe.ts'
import { summary } from './summary.ts'

/** One line a finding, for logs, `grep` and problem matchers. */
export function compact(report: Report, { limit }: View): string {
  const locate = locator(report)
  const lines = shown(report, limit).map((it) => oneLine(it, report, locate))
  return seal(`${[...lines, ...(lines.length > 0 ? [''] : []), ...summary(report)].join('\n')}\n`)
}

/** `path:line:column: severity rule: message (help)`. */
export function oneLine(it: Diagnostic, { prefix }: Report, locate: ReturnType<typeof locator>): string {
  const { path, at, severity, rule, message, help } = it
  const { line, column } = locate(path, at).start
  const hint = help ? ` (${safeMessage(help)})` : ''
  return `${safeText(prefix + path)}:${line}:${column}: ${severity} ${rule}: ${safeMessage(message)}${hint}`
}
