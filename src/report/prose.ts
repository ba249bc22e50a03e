import type picocolors from 'picocolors'
import { counted, grouped } from '../grouped.ts'
import { plural, withCommas } from '../text.ts'
import type { Diagnostic, Site } from '../types.ts'
import { fixable, type Report } from './report.ts'
import { safeMessage, safeText } from './safe.ts'
import { coverage, hidden, problems, seconds } from './summary.ts'

type Colours = ReturnType<typeof picocolors.createColors>

/** What docs-lint took for granted. A wrong guess here explains every wrong finding below. */
export function heading({ tool, config, sites, files, prefix }: Report): string {
  const parts = [
    `${tool.name} ${tool.version}`,
    config === undefined ? 'no config' : safeText(prefix + config),
    sites.length > 0 ? `site: ${sites.slice(0, 2).map(describe).join(', ')}` : 'no site generator recognised',
    plural(files, 'file'),
  ]
  if (sites.length > 2) parts[2] += ` and ${sites.length - 2} more`
  return parts.join(' · ')
}

function describe({ generator, evidence }: Site): string {
  return evidence === undefined ? generator : `${generator} (from ${safeText(evidence)})`
}

/** What remains to be said when all findings are printed: totals, what is hidden, and the next commands. */
export function closing(
  report: Report,
  visible: readonly Diagnostic[],
  { red, yellow, green, dim }: Colours,
): string[] {
  const { diagnostics, durationMs, crashes } = report
  if (diagnostics.length === 0) {
    const sign = crashes.length > 0 ? red('✖') : green('✔')
    return [`${sign} ${coverage(report)} · ${seconds(durationMs)}`, ...notes(report).map((it) => dim(`  ${it}`))]
  }
  const lines: string[] = []
  const missing = diagnostics.length - visible.length
  if (missing > 0) {
    const limit = `showing ${visible.length} of ${plural(diagnostics.length, 'problem')}; --max-diagnostics none for all`
    lines.push(`… ${withCommas(missing)} more (${limit})`, '')
  }
  const worst = diagnostics.some(({ severity }) => severity === 'error') ? red('✖') : yellow('⚠')
  lines.push(`${worst} ${problems(report)} · ${seconds(durationMs)}`)
  if (missing > 0) lines.push(dim(`  ${frequent(diagnostics)}`))
  lines.push(...notes(report).map((it) => dim(`  ${it}`)))
  lines.push(
    dim(`  docs-lint explain ${visible[0]?.rule ?? diagnostics[0]?.rule} says why it matters and how to fix it`),
  )
  return lines
}

function notes(report: Report): string[] {
  const { diagnostics, suppressed } = report
  const lines = hidden(report)
  const repaired = fixable(report)
  const suggested = diagnostics.filter(({ fix }) => fix?.safety === 'suggestion').length
  if (repaired > 0) lines.push(`${repaired} fixable: docs-lint --fix repairs them, docs-lint --diff shows how`)
  if (suggested > 0) lines.push(`${suggested} with a suggestion: docs-lint --diff --unsafe shows them`)
  if (diagnostics.length >= 20 && suppressed.baseline === 0) {
    lines.push(
      `Too many for today? docs-lint baseline accepts ${plural(diagnostics.length, 'problem')}, and only new ones fail`,
    )
  }
  return lines
}

/** The rules with most findings. */
function frequent(diagnostics: readonly Diagnostic[]): string {
  const sorted = [...counted(diagnostics.map(({ rule }) => rule))].sort((a, b) => b[1] - a[1])
  const rest = sorted.length > 6 ? ` · and ${plural(sorted.length - 6, 'more rule')}` : ''
  return `${sorted
    .slice(0, 6)
    .map(([rule, number]) => `${rule} ${number}`)
    .join(' · ')}${rest}`
}

/** One block for each rule that crashed: who did it, where, and how to go on without it. */
export function crashes({ crashes: all, prefix, tool }: Report, { red, dim }: Colours): string[] {
  return [...grouped(all, ({ rule }) => rule)].map(([rule, [first, ...others]]) => {
    const more = others.length > 0 ? ` and ${plural(others.length, 'more file')}` : ''
    const trace = (first?.error ?? '').split('\n').slice(0, 2)
    return [
      `${red('✖')} rule ${rule} crashed on ${safeText(prefix + (first?.path ?? ''))}${more}`,
      '  This is a bug of docs-lint, not a problem in your documentation. The other rules went on.',
      ...trace.map((it) => dim(`    ${safeMessage(it.trim())}`)),
      `  Go on without it: docs-lint --skip ${rule}`,
      `  Please report it with the version, ${tool.name} ${tool.version}, and the trace (DOCS_LINT_DEBUG=1)`,
    ].join('\n')
  })
}
