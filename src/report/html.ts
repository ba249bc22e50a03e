import { plural } from '../text.ts'
import type { Diagnostic, Range } from '../types.ts'
import { script, scriptHash, style, styleHash } from './html-assets.ts'
import { heading } from './prose.ts'
import { count, groupByPath, lineTables, type Report } from './report.ts'
import { safeText } from './safe.ts'
import { problems, summary } from './summary.ts'

/** Lines shown above and below what is marked, and characters left and right of it. */
const context = 2
const reach = 160

/** One file that needs nothing else: it may be mailed, attached to a build, or opened from a disk. Nothing in it is loaded. */
export function html(report: Report): string {
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'`
  const pages = [...groupByPath(report.diagnostics)].map(([path, found]) => page(path, found, report))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>docs-lint: ${plural(report.diagnostics.length, 'problem')}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>docs-lint</h1>
<p class="assumed">${text(heading(report))}</p>
${tiles(report)}
</header>
${report.diagnostics.length > 0 ? filters(report) : `<p class="clean">✔ ${text(summary(report)[0] ?? '')}</p>`}
<main>
${pages.join('\n')}
</main>
<footer><p>${summary(report).map(text).join('<br>')}</p></footer>
<script>${script}</script>
</body>
</html>
`
}

function tiles(report: Report): string {
  const { checked, suppressed, files } = report
  const numbers: [number, string, string][] = [
    [count(report, 'error'), 'errors', 'error'],
    [count(report, 'warning'), 'warnings', 'warning'],
    [count(report, 'info'), 'notes', 'info'],
    [suppressed.baseline + suppressed.inline, 'hidden', ''],
    [files, 'files', ''],
    [checked.links, 'links', ''],
    [checked.anchors, 'anchors', ''],
    [checked.samples, 'samples', ''],
    [checked.endpoints, 'endpoints', ''],
  ]
  const tile = ([number, name, kind]: (typeof numbers)[number]) =>
    `<div class="tile ${number > 0 ? kind : ''}"><dt>${name}</dt><dd>${number.toLocaleString('en-US')}</dd></div>`
  return `<dl class="tiles" aria-label="What was checked and found">${numbers.map(tile).join('')}</dl>`
}

/** Without a script the page shows everything, and the filters stay out of the way. */
function filters(report: Report): string {
  const { diagnostics } = report
  const families = tally(diagnostics.map(({ rule }) => report.familyOf(rule)))
  const rules = tally(diagnostics.map(({ rule }) => rule))
  const severities = tally(diagnostics.map(({ severity }) => severity))
  return `<form class="filters" hidden role="search">
<label>Search <input type="search" name="text" placeholder="message, file, rule" accesskey="s"></label>
${choice('severity', severities)}${choice('family', families)}${choice('rule', rules)}
<output name="shown" aria-live="polite">${text(problems(report))}</output>
<span class="keys"><kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> next, previous</span>
</form>`
}

function choice(name: string, values: [string, number][]): string {
  const options = values.map(([value, number]) => `<option value="${text(value)}">${text(value)} (${number})</option>`)
  return `<label>${name[0]?.toUpperCase()}${name.slice(1)} <select name="${name}"><option value="">all</option>${options.join('')}</select></label>\n`
}

function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const it of values) counts.set(it, (counts.get(it) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

function page(path: string, found: readonly Diagnostic[], report: Report): string {
  const tables = lineTables(report)
  const findings = found.map((it) => finding(it, report, tables))
  return `<section class="page"><h2>${text(path)} <small>${found.length}</small></h2>\n${findings.join('\n')}\n</section>`
}

function finding(it: Diagnostic, report: Report, tables: ReturnType<typeof lineTables>): string {
  const { rule, severity, message, help, path, at, related = [], fix } = it
  const family = report.familyOf(rule)
  const places = [
    excerpt(path, at, '', tables),
    ...related.slice(0, 4).map((other) => excerpt(other.path, other.at, other.message, tables)),
  ]
  const more = related.length > 4 ? `<p class="more">and ${plural(related.length - 4, 'more place')}</p>` : ''
  const badge = fix ? `<span class="badge">${fix.safety === 'safe' ? 'fixable' : 'suggestion'}</span>` : ''
  return `<article tabindex="-1" class="${severity}" data-severity="${severity}" data-family="${text(family)}" data-rule="${text(rule)}">
<h3><span class="severity">${severity}</span> ${text(message)}</h3>
<p class="meta"><code title="${text(report.summaryOf(rule))}">${text(rule)}</code> ${badge}</p>
<div class="places">${places.join('')}</div>${more}
${help ? `<p class="help">${text(help)}</p>` : ''}
</article>`
}

function excerpt(path: string, at: Range, said: string, tables: ReturnType<typeof lineTables>): string {
  const lines = tables(path)
  const { line, column } = lines.at(at[0])
  const first = Math.max(line - context, 1)
  const rows: string[] = []
  for (let i = first; i <= Math.min(line + context, lines.count); i++) {
    const source = lines.line(i)
    const marked = i === line
    const start = Math.min(column - 1, source.length)
    const end = Math.min(start + Math.max(at[1] - at[0], 1), source.length)
    const content = marked ? markedLine(source, start, end) : text(source.slice(0, reach * 2))
    rows.push(`<span class="row${marked ? ' hit' : ''}"><i>${i}</i>${content}\n</span>`)
  }
  const caption = said === '' ? '' : `<em>${text(said)}</em> `
  return `<figure><figcaption>${caption}<span>${text(path)}:${line}:${column}</span></figcaption><pre tabindex="0">${rows.join('')}</pre></figure>`
}

function markedLine(line: string, start: number, end: number): string {
  const from = Math.max(start - reach, 0)
  const to = Math.min(end + reach, line.length)
  const [before, marked, after] = [line.slice(from, start), line.slice(start, end), line.slice(end, to)]
  const cut = [from > 0 ? '…' : '', to < line.length ? '…' : '']
  return `${cut[0]}${text(before)}<mark>${text(marked) || ' '}</mark>${text(after)}${cut[1]}`
}

/** Everything that comes from the documents passes here: it can neither be markup nor hide. */
function text(value: string): string {
  return safeText(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
