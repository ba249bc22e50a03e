import type { Position } from '../text.ts'
import type { Range, Severity } from '../types.ts'
import { inert } from './json.ts'
import { lineTables, type Report, said } from './report.ts'

const severities: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** reviewdog's format: its reporters turn suggestions into review comments on GitHub, GitLab and Bitbucket. */
export function rdjson(report: Report): string {
  const tables = lineTables(report)
  const place = (path: string, range: Range) => {
    const lines = tables(path)
    const position = ({ line, column }: Position) => ({ line, column: bytesBefore(lines.line(line), column) + 1 })
    return { start: position(lines.at(range[0])), end: position(lines.at(range[1])) }
  }
  const location = (path: string, at: Range) => ({ path: report.prefix + path, range: place(path, at) })
  const diagnostics = report.diagnostics.map((it) => ({
    message: said(it),
    location: location(it.path, it.at),
    severity: severities[it.severity],
    code: { value: it.rule },
    // A suggestion replaces one stretch: a fix of several edits cannot be offered whole.
    suggestions:
      it.fix?.edits.length === 1 ? it.fix.edits.map(({ range, text }) => ({ range: place(it.path, range), text })) : [],
    related_locations: (it.related ?? []).map(({ path, at, message }) => ({ message, location: location(path, at) })),
  }))
  return `${inert(JSON.stringify({ source: { name: report.tool.name }, diagnostics }, null, 2))}\n`
}

/** Columns of reviewdog count bytes of UTF-8. */
function bytesBefore(line: string, column: number): number {
  return new TextEncoder().encode(line.slice(0, column - 1)).length
}
