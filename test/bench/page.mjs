import { cpus, totalmem } from 'node:os'
import { cold, parsing } from './subjects.mjs'

const times = (it) => (it === undefined ? '' : it < 0.1 ? it.toFixed(3) : it < 10 ? it.toFixed(2) : it.toFixed(0))
const ms = (it) => it.toLocaleString('en', { maximumFractionDigits: 0 })
const megabytes = (bytes) => (bytes / 1e6).toFixed(1)

/** The rows of one scale, as Markdown. */
export function renderTable({ rows, pages, runs, bytes }) {
  const size = `${ms(pages)} pages, ${megabytes(bytes)} MB; ${runs === 1 ? '1 run' : `${runs} runs`} each`
  return [
    `| ${size} | ms | fastest–slowest | × ${cold} | × ${parsing} | peak MB |`,
    '|---|--:|--:|--:|--:|--:|',
    ...rows.map(renderRow),
    '',
  ].join('\n')
}

function renderRow(row) {
  if (row.crash) return `| ${row.name} | cannot run here: ${row.crash.replaceAll('|', '\\|')} | | | | |`
  if (row.slow) return `| ${row.name} | not run | | | | |`
  const range = `${ms(row.low)}–${ms(row.high)}`
  return `| ${row.name} | ${ms(row.ms)} | ${range} | ${times(row.timesOther)} | ${times(row.timesBase)} | ${ms(row.mb)} |`
}

/** The whole page: every sentence with a number in it is written from the numbers. */
export function renderPage({ results, runs, patience, command }) {
  const [first] = results
  return `${[
    '# Performance',
    `\`${command}\` has measured what stands here, and has written this page.`,
    '![Time of each linter, and of each stage of docs-lint](performance.svg)',
    summary(results),
    method(runs, patience),
    ...results.flatMap((it) => [`## ${ms(it.pages)} pages`, renderTable(it).trimEnd()]),
    '## Where the time goes',
    'One run each, by the clock of `docs-lint --timing`; the share of the whole beside it.',
    stageTable(first.stages),
    'What has been tried to make it less is told in [architecture](architecture.md#speed).',
    '## What was run',
    commandTable(first.rows),
  ].join('\n\n')}\n`
}

/** What the tables come to, in a few sentences. */
function summary(results) {
  const [first, ...larger] = results
  const find = (it, name) => it.rows.find((row) => row.name === name)
  const own = find(first, cold)
  const lines = [
    `A first run over ${ms(first.pages)} pages takes ${ms(own.ms)} ms, ${times(own.timesBase)} times what it takes to read, parse and walk them and do nothing else; ` +
      `the next run ${ms(find(first, 'docs-lint, warm').ms)} ms, and ${ms(find(first, 'docs-lint, one page changed').ms)} ms when one page has changed.`,
  ]
  const rivals = first.rows.filter((it) => !it.own && !it.name.includes(',') && it.ms !== undefined)
  if (rivals.length > 0)
    lines.push(
      `Of a first run of docs-lint, ${list(rivals.map((it) => `${it.name} takes ${times(it.timesOther)} times the time`))}.`,
    )
  for (const it of larger) {
    const more = Math.round(it.pages / first.pages)
    lines.push(`With ${more} times the pages, a first run takes ${times(find(it, cold).ms / own.ms)} times the time.`)
  }
  return lines.join('\n')
}

function list(parts) {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function method(runs, patience) {
  const date = new Date().toISOString().slice(0, 10)
  const memory = Math.round(totalmem() / 2 ** 30)
  const machine = `${cpus().length} processors (${cpus()[0]?.model.trim() || 'unknown'}), ${memory} GB`
  return [
    `Measured on ${date}: ${machine}, ${process.platform} ${process.arch}, Node ${process.version}. Whole processes, one of each in turn, ${runs === 1 ? 'once' : `${runs} rounds`};`,
    'times and memory are medians over the rounds, ratios are medians of the ratios within a round. The pages are written by',
    '`test/bench/pages.mjs`, so that everybody can have the same; more pages are copies of them under other names. "Cold" starts',
    'with an empty cache and fills it, "warm" finds it filled, "one page changed" finds it filled and one page new. The linters do',
    'not do the same work: each applies the rules that it has by default (remark: that links lead somewhere).',
    `What would take longer than ${patience} seconds at a larger scale, by its time at the last one, is not run there.`,
  ].join('\n')
}

function stageTable(runs) {
  const stages = runs[0].stages.map(({ stage }) => stage)
  const cell = (run, stage) => {
    const took = run.stages.find((it) => it.stage === stage)?.ms
    if (took === undefined) return ''
    const total = run.stages.find((it) => it.stage === 'total')?.ms ?? 1
    return stage === 'total' ? ms(took) : `${ms(took)} (${Math.round((100 * took) / total)} %)`
  }
  return [
    `| ms | ${runs.map(({ name }) => name).join(' | ')} |`,
    `|---|${runs.map(() => '--:|').join('')}`,
    ...stages.map((stage) => `| ${stage} | ${runs.map((run) => cell(run, stage)).join(' | ')} |`),
  ].join('\n')
}

function commandTable(rows) {
  return [
    '| | command | versions |',
    '|---|---|---|',
    ...rows.map(({ name, shown, versions = '' }) => `| ${name} | \`${shown}\` | ${versions} |`),
  ].join('\n')
}
