import { counted } from '../grouped.ts'
import { columns, coverage, type PageCoverage, totals } from '../project/coverage.ts'
import { buildProject } from '../project/index.ts'
import { plural } from '../text.ts'
import { defineCommand, formatOption } from './command.ts'
import { configurationOptions } from './options.ts'
import { openSession } from './run/session.ts'

const renderers: Record<string, (pages: PageCoverage[]) => string> = { text, json, markdown, csv }

export const command = defineCommand({
  usage: 'coverage [options]',
  examples: [['docs-lint coverage --format csv', 'One line per endpoint, for a spreadsheet']],
  options: {
    format: formatOption(Object.keys(renderers), 'Print as text (default), json, markdown or csv'),
    ...configurationOptions,
  },
  async run({ values }, terminal) {
    const { sources } = await openSession(values, terminal)
    terminal.out.write(renderers[values.format ?? 'text']?.(coverage(buildProject(sources))) ?? '')
    return 0
  },
})

/** Pages with their counts, the total last. */
function rowsOf(pages: PageCoverage[]): string[][] {
  const all = [
    ...pages.map((it): [string, PageCoverage[]] => [it.path, [it]]),
    ['total', pages] as [string, PageCoverage[]],
  ]
  return all.map(([name, part]) => {
    const sum = totals(part)
    return [name, String(sum.endpoints), ...columns.map((it) => String(sum[it]))]
  })
}

const header = ['page', 'endpoints', ...columns]

function text(pages: PageCoverage[]): string {
  if (pages.length === 0) return 'no page documents an endpoint\n'
  const rows = [header, ...rowsOf(pages)]
  const widths = header.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const lines = rows.map((row) =>
    row.map((it, at) => (at === 0 ? it.padEnd(widths[at] ?? 0) : it.padStart(widths[at] ?? 0))).join('  '),
  )
  return `${[...lines, '', ...missing(pages)].join('\n')}\n`
}

/** Why the rest could not be checked, most frequent first. */
function missing(pages: PageCoverage[]): string[] {
  const reasons = pages.flatMap((it) => it.endpoints.flatMap(({ because }) => because))
  return [...counted(reasons)]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${reason}: ${plural(count, 'endpoint')}`)
}

function json(pages: PageCoverage[]): string {
  return `${JSON.stringify({ total: totals(pages), pages }, null, 2)}\n`
}

function markdown(pages: PageCoverage[]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`
  return line(header) + line(header.map((_, at) => (at === 0 ? '---' : '---:'))) + rowsOf(pages).map(line).join('')
}

function csv(pages: PageCoverage[]): string {
  // A cell that begins like a formula would be one in a spreadsheet.
  const quote = (it: string) =>
    /[",\n]|^[=+@-]/.test(it) ? `"${it.replace(/^(?=[=+@-])/, "'").replaceAll('"', '""')}"` : it
  const rows = pages.flatMap(({ path, endpoints }) =>
    endpoints.map((it) => [
      path,
      String(it.line),
      it.endpoint,
      ...columns.map((key) => (it[key] ? '1' : '0')),
      it.because.join('; '),
    ]),
  )
  return [['page', 'line', 'endpoint', ...columns, 'because'], ...rows]
    .map((row) => `${row.map(quote).join(',')}\n`)
    .join('')
}
