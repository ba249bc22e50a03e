import { plural } from '../text.ts'
import { count, type Report } from './report.ts'

/** "12 problems (10 errors, 2 warnings) in 7 of 573 files": exact, however few findings were printed. */
export function problems(report: Report): string {
  const { diagnostics, files } = report
  const kinds = [
    [count(report, 'error'), 'error'],
    [count(report, 'warning'), 'warning'],
    [count(report, 'info'), 'note'],
  ] as const
  const parts = kinds.flatMap(([number, noun]) => (number > 0 ? plural(number, noun) : []))
  const touched = new Set(diagnostics.map(({ path }) => path)).size
  return `${plural(diagnostics.length, 'problem')} (${parts.join(', ')}) in ${touched} of ${plural(files, 'file')}`
}

/** What was looked at: silence alone would also be what an empty folder gets. */
export function coverage({ files, checked }: Report): string {
  const parts = [
    plural(checked.links, 'link'),
    plural(checked.anchors, 'anchor'),
    plural(checked.samples, 'sample'),
    plural(checked.endpoints, 'endpoint'),
  ]
  return `No problems in ${plural(files, 'file')} (${parts.join(', ')} checked)`
}

/** What was found and is not shown, one line each. */
export function hidden({ suppressed, stale, notes }: Report): string[] {
  const lines: string[] = []
  if (suppressed.baseline > 0) lines.push(`${plural(suppressed.baseline, 'problem')} hidden by the baseline`)
  if (suppressed.inline > 0) lines.push(`${plural(suppressed.inline, 'problem')} hidden by comments`)
  if (stale > 0)
    lines.push(
      `${plural(stale, 'problem')} of the baseline ${stale === 1 ? 'is' : 'are'} gone: docs-lint baseline --prune drops them`,
    )
  lines.push(...notes)
  return lines
}

/** The closing lines of a report without decoration. */
export function summary(report: Report): string[] {
  const { diagnostics, durationMs } = report
  const head = diagnostics.length > 0 ? problems(report) : coverage(report)
  return [`${head} · ${seconds(durationMs)}`, ...hidden(report)]
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)}s`
}
