import { plural, withCommas } from '../text.ts'
import type { Diagnostic } from '../types.ts'
import { bar, tally, text } from './markup.ts'
import { count, fixable, groupByPath, type Report, severities } from './report.ts'
import { problems } from './summary.ts'

/** What was found and what was looked at, in numbers. */
export function tiles(report: Report): string {
  const { checked, suppressed, files } = report
  const found: [number, string, string][] = [
    [count(report, 'error'), 'errors', 'error'],
    [count(report, 'warning'), 'warnings', 'warning'],
    [count(report, 'info'), 'notes', 'info'],
    [fixable(report), 'fixable', 'ok'],
    [suppressed.baseline + suppressed.inline, 'hidden', ''],
  ]
  const looked: [number, string, string][] = [
    [files, 'files', ''],
    [checked.links, 'links', ''],
    [checked.anchors, 'anchors', ''],
    [checked.samples, 'samples', ''],
    [checked.endpoints, 'endpoints', ''],
  ]
  const tile = ([value, name, kind]: (typeof found)[number]) =>
    `<div class="tile ${value > 0 ? kind : ''}"><dt>${name}</dt><dd>${withCommas(value)}</dd></div>`
  const list = (title: string, all: typeof found) =>
    `<div><h2>${title}</h2><dl class="tiles">${all.map(tile).join('')}</dl></div>`
  return `<div class="numbers">${list('Found', found)}${list('Checked', looked)}${coverage(report)}</div>`
}

/** How much of every endpoint could be held against something else: what is not checked must not go unsaid. */
function coverage(report: Report): string {
  const { endpoints, parts } = report.coverage()
  if (endpoints === 0) return ''
  const rows = parts.map(([name, size]) => {
    const share = Math.round((100 * size) / endpoints)
    const label = `${size} of ${plural(endpoints, 'endpoint')}`
    return `<div><dt>${text(name)}</dt><dd title="${label}">${bar([['ok', size]], endpoints, label)}<span>${share} %</span></dd></div>`
  })
  return `<div><h2>Endpoints that could be checked</h2><dl class="coverage">${rows.join('')}</dl></div>`
}

/** Without a script the page shows everything, and the filters stay out of the way. */
export function filters(report: Report): string {
  const { diagnostics } = report
  const families = tally(diagnostics.map(({ rule }) => report.familyOf(rule)))
  const rules = tally(diagnostics.map(({ rule }) => rule))
  const kinds = tally(diagnostics.map(({ severity }) => severity))
  return `<form class="filters" hidden role="search">
<label><span>Search</span> <input type="search" name="text" placeholder="message, file, rule" accesskey="s"></label>
${choice('severity', kinds)}${choice('family', families)}${choice('rule', rules)}
<label>Group <select name="group"><option value="page">by page</option><option value="rule">by rule</option></select></label>
<button type="reset">Clear</button>
<output name="shown" aria-live="polite">${text(problems(report))}</output>
<span class="keys"><kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>g</kbd> group</span>
</form>`
}

function choice(name: string, values: [string, number][]): string {
  const options = values.map(([value, size]) => `<option value="${text(value)}">${text(value)} (${size})</option>`)
  return `<label>${name[0]?.toUpperCase()}${name.slice(1)} <select name="${name}"><option value="">all</option>${options.join('')}</select></label>\n`
}

/** Findings by family and rule, and by page. */
export function contents(report: Report): string {
  const { diagnostics } = report
  const families = tally(diagnostics.map(({ rule }) => report.familyOf(rule)))
  const most = Math.max(...families.map(([, size]) => size))
  const parts = families.map(([family, size]) => {
    const own = diagnostics.filter(({ rule }) => report.familyOf(rule) === family)
    const rules = tally(own.map(({ rule }) => rule)).map(
      ([rule, times]) =>
        `<li><button type="button" data-rule="${text(rule)}" title="${text(report.summaryOf(rule))}">${text(rule)} <b>${withCommas(times)}</b></button></li>`,
    )
    const head = `<button type="button" data-family="${text(family)}">${text(family)} <b>${withCommas(size)}</b>${bar(bySeverity(own), most, plural(size, 'problem'))}</button>`
    return `<li>${head}<ul>${rules.join('')}</ul></li>`
  })
  const pages = [...groupByPath(diagnostics)].map(
    ([path, found], i) => `<li><a href="#page-${i + 1}">${text(path)} <b>${withCommas(found.length)}</b></a></li>`,
  )
  return `<nav aria-label="Findings"><h2>Families and rules</h2><ul class="families">${parts.join('')}</ul>
<details${pages.length <= 40 ? ' open' : ''}><summary>Pages (${pages.length})</summary><ul class="pages">${pages.join('')}</ul></details></nav>`
}

export function bySeverity(diagnostics: readonly Diagnostic[]): [string, number][] {
  return severities.map((it) => [it, count({ diagnostics }, it)])
}
