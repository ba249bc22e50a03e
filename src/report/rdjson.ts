import type { Position } from '../text.ts'
import type { Range, Severity } from '../types.ts'
import { inert } from './json.ts'
import { lineTables, type Report } from './report.ts'

const severities: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** reviewdog's format: its reporters turn suggestions into review comments on GitHub, GitLab and Bitbucket. */
export function rdjson(report: Report): string {
  const tables = lineTables(report)
  const place = (path: string, range: Range) => {
    const lines = tables(path)
    const position = ({ line, column }: Position) => ({ line, column: bytesBefore(lines.line(line), column) + 1 })
    return { start: position(lines.at(range[0])), end: position(lines.at(range[1])) }
  }
  const diagnostics = report.diagnostics.map(({ path, at, message, help, rule, severity, related = [], fix }) => ({
    message: help ? `${message} (${help})` : message,
    location: { path: report.prefix + path, range: place(path, at) },
    severity: severities[severity],
    code: { value: rule },
    // A suggestion replaces one stretch: a fix of several edits cannot be offered whole.
    suggestions:
      fix?.edits.length === 1 ? fix.edits.map((it) => ({ range: place(path, it.range), text: it.text })) : [],
    related_locations: related.map((it) => ({
      message: it.message,
      location: { path: report.prefix + it.path, range: place(it.path, it.at) },
    })),
  }))
  return `${inert(JSON.stringify({ source: { name: report.tool.name }, diagnostics }, null, 2))}\n`
}

/** Columns of reviewdog count bytes of UTF-8. */
function bytesBefore(line: string, column: number): number {
  return new TextEncoder().encode(line.slice(0, column - 1)).length
}
