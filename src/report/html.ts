import { byStart, plural } from '../text.ts'
import type { Diagnostic, Range } from '../types.ts'
import { script, scriptHash, style, styleHash } from './html-assets.ts'
import { bySeverity, contents, filters, tiles } from './html-overview.ts'
import { bar, text } from './markup.ts'
import { heading } from './prose.ts'
import { groupByPath, lineTables, type Report } from './report.ts'
import { summary } from './summary.ts'

/** Lines shown above and below what is marked, and characters left and right of it. */
const context = 2
const reach = 160

/** One file that needs nothing else: it may be mailed, attached to a build, or opened from a disk. Nothing in it is loaded. */
export function html(report: Report): string {
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'`
  const { diagnostics } = report
  const [verdict = '', ...notes] = summary(report)
  const pages = [...groupByPath(diagnostics)].map(([path, found], i) => page(path, found, i + 1, report))
  const proportions = bar(bySeverity(diagnostics), diagnostics.length, verdict)
  const body =
    diagnostics.length > 0
      ? `${filters(report)}\n<div class="columns">\n${contents(report)}\n<main>\n${pages.join('\n')}\n</main>\n</div>`
      : '<main></main>'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>docs-lint: ${plural(diagnostics.length, 'problem')}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>docs-lint</h1>
<p class="assumed">${text(heading(report))}</p>
<p class="verdict${diagnostics.length > 0 ? '' : ' clean'}">${diagnostics.length > 0 ? '' : '✔ '}${text(verdict)}</p>
${diagnostics.length > 0 ? proportions : ''}
${notes.length > 0 ? `<p class="notes">${notes.map(text).join('<br>')}</p>` : ''}
${tiles(report)}
</header>
${body}
<script>${script}</script>
</body>
</html>
`
}

function page(path: string, found: readonly Diagnostic[], id: number, report: Report): string {
  const tables = lineTables(report)
  const findings = found.map((it) => finding(it, report, tables))
  return `<section class="page" id="page-${id}"><h2>${text(path)} <small>${found.length}</small></h2>\n${findings.join('\n')}\n</section>`
}

type Tables = ReturnType<typeof lineTables>

function finding(it: Diagnostic, report: Report, tables: Tables): string {
  const { rule, severity, message, help, path, at, related = [] } = it
  const family = report.familyOf(rule)
  const places = [
    excerpt(path, at, '', tables),
    ...related.slice(0, 4).map((other) => excerpt(other.path, other.at, other.message, tables)),
  ]
  const more = related.length > 4 ? `<p class="more">and ${plural(related.length - 4, 'more place')}</p>` : ''
  return `<article tabindex="-1" class="${severity}" data-severity="${severity}" data-family="${text(family)}" data-rule="${text(rule)}" data-path="${text(path)}">
<h3><span class="severity">${severity}</span> ${text(message)}</h3>
<p class="meta"><code title="${text(report.summaryOf(rule))}">${text(rule)}</code></p>
<div class="places">${places.join('')}</div>${more}
${help ? `<p class="help">${text(help)}</p>` : ''}${repair(it, tables)}
</article>`
}

/** The line as it is and as it would be, where a fix changes one line. */
function repair({ path, fix }: Diagnostic, tables: Tables): string {
  if (!fix) return ''
  const badge = `<span class="badge">${fix.safety === 'safe' ? 'fixable' : 'suggestion'}</span>`
  const lines = tables(path)
  const edits = [...fix.edits].sort(byStart)
  const number = lines.at(edits[0]?.range[0] ?? 0).line
  const inLine = edits.every((it) => lines.at(it.range[1]).line === number && !it.text.includes('\n'))
  if (!inLine) return `<p class="more">${badge}</p>`
  const source = lines.line(number)
  const start = lines.start(number)
  const rows = (['del', 'ins'] as const).map((tag) => {
    let from = Math.max((edits[0]?.range[0] ?? 0) - start - reach, 0)
    let row = from > 0 ? '…' : ''
    for (const { range, text: inserted } of edits) {
      const part = tag === 'del' ? lines.text.slice(...range) : inserted
      row += text(source.slice(from, range[0] - start)) + (part === '' ? '' : `<${tag}>${text(part)}</${tag}>`)
      from = range[1] - start
    }
    const rest = source.slice(from, from + reach)
    return `<span class="row ${tag}"><i>${tag === 'del' ? '−' : '+'}</i>${row}${text(rest)}\n</span>`
  })
  return `<figure class="repair"><figcaption>${badge}</figcaption><pre tabindex="0">${rows.join('')}</pre></figure>`
}

function excerpt(path: string, at: Range, said: string, tables: Tables): string {
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
  return `<figure${said === '' ? '' : ' class="other"'}><figcaption>${caption}<span>${text(path)}:${line}:${column}</span></figcaption><pre tabindex="0">${rows.join('')}</pre></figure>`
}

function markedLine(line: string, start: number, end: number): string {
  const from = Math.max(start - reach, 0)
  const to = Math.min(end + reach, line.length)
  const [before, marked, after] = [line.slice(from, start), line.slice(start, end), line.slice(end, to)]
  const cut = [from > 0 ? '…' : '', to < line.length ? '…' : '']
  return `${cut[0]}${text(before)}<mark>${text(marked) || ' '}</mark>${text(after)}${cut[1]}`
}
