import { locator, type Report } from './report.ts'
import { safeText, seal } from './safe.ts'

/** One line a finding, with its help and the related places beneath: what rule pages show. */
export function plain(report: Pick<Report, 'diagnostics' | 'text'>): string {
  const locate = locator(report)
  const place = (path: string, range: readonly [number, number]) => {
    const { line, column } = locate(path, range).start
    return `${path}:${line}:${column}`
  }
  const lines = report.diagnostics
    .flatMap(({ path, at, severity, message, rule, help, related }) => [
      `${place(path, at)}  ${severity}  ${message}  ${rule}`,
      ...(help ? [`  help: ${help}`] : []),
      ...(related ?? []).map((it) => `  also: ${place(it.path, it.at)}  ${it.message}`),
    ])
    .map((line) => `${safeText(line)}\n`)
  return seal(lines.join(''))
}
