import { heading } from './prose.ts'
import { locator, type Report, shown, type View } from './report.ts'
import { safeMessage, safeText } from './safe.ts'
import { summary } from './summary.ts'

/** A table for a comment or a step summary. */
export function markdown(report: Report, { limit }: View): string {
  const locate = locator(report)
  const visible = shown(report, limit)
  const rows = visible.map(({ severity, path, at, rule, message, help }) => {
    const { line } = locate(path, at).start
    const text = help ? `${safeMessage(message)} (${safeMessage(help)})` : safeMessage(message)
    return `| ${severity} | ${code(`${report.prefix}${path}:${line}`)} | ${code(rule)} | ${escapeMarkdown(text)} |`
  })
  const [head = '', ...notes] = summary(report)
  const table = rows.length > 0 ? ['', '| | place | rule | problem |', '|---|---|---|---|', ...rows] : []
  const missing = report.diagnostics.length - visible.length
  const more = missing > 0 ? ['', `… and ${missing} more`] : []
  const lines = ['### docs-lint', '', escapeMarkdown(head), ...notes.map((it) => `- ${escapeMarkdown(it)}`)]
  return `${[...lines, ...table, ...more, '', `<sub>${escapeMarkdown(heading(report))}</sub>`].join('\n')}\n`
}

/** Nothing of what the documents say becomes markup, a mention, or the end of a cell. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#@&]/g, (it) => `&#${it.charCodeAt(0)};`).replace(/:\/\//g, '&#58;//')
}

function code(text: string): string {
  return `<code>${escapeMarkdown(safeText(text))}</code>`
}
