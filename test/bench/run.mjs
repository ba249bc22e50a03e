// npm run bench [-- CORPUS] [--runs N] [--rivals] [--scales 1,4,16] [--write]
// Whole processes, one of each in turn. CORPUS is a folder of Markdown, of which a copy is measured; without one, pages of
// our own are written. --rivals measures the linters of test/bench/package.json too; they are installed by
// `cd test/bench && npm install --no-save` (not `npm ci`: it wants the binaries of all platforms).
// --write makes docs/performance.md and its picture anew.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { drawChart } from './chart.mjs'
import { writeCorpus } from './corpus.mjs'
import { measure, once, summarise } from './measure.mjs'
import { renderPage, renderTable } from './page.mjs'
import { cold, ownSubjects, parsing, rivalSubjects, timedSubjects } from './subjects.mjs'

/** What would take longer than so many seconds at a larger scale, by its time at the last one, is left out there. */
const patience = 60

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    scales: { type: 'string', default: '1' },
    rivals: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const from = positionals[0] && resolve(positionals[0])
if (values.write && from) throw new Error('--write is for the pages that everybody has: leave out the corpus')
const scales = values.scales.split(',').map(Number)
const runs = Number(values.runs)
if (![runs, ...scales].every((it) => Number.isInteger(it) && it > 0))
  throw new Error('--runs and --scales take numbers')
const log = (line) => process.stderr.write(`${line}\n`)

const scratch = mkdtempSync(join(tmpdir(), 'docs-lint-bench-'))
try {
  const results = []
  for (const scale of scales) results.push(await measureScale(scale, results.at(-1)))
  for (const result of results) process.stdout.write(`${renderTable(result)}\n`)
  if (values.write) {
    writeFileSync('docs/performance.md', renderPage({ results, runs, patience, command: commandLine() }))
    writeFileSync('docs/performance.svg', drawChart(results))
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function measureScale(scale, before) {
  const home = join(scratch, `x${scale}`)
  const corpus = writeCorpus(join(home, 'pages'), from, scale)
  const edited = writeCorpus(join(home, 'edited'), from, scale)
  const all = [...ownSubjects(corpus, edited, home), ...(values.rivals ? rivalSubjects(corpus, edited, home) : [])]
  const subjects = before ? all.filter((it) => !it.once && !isTooSlow(before, it, corpus)) : all
  log(`${corpus.pages} pages`)
  const crashed = await warmUp(before ? subjects.filter((it) => it.primed) : subjects, home)
  const sound = subjects.filter(({ name }) => !crashed.has(name))
  const measured = new Map([...(await measure(sound, runs, log)), ...crashed])
  const [base, own] = [measured.get(parsing), measured.get(cold)]
  const rows = all
    .filter((it) => !before || !it.once)
    .map((it) => ({ ...it, ...(measured.has(it.name) ? summarise(measured.get(it.name), base, own) : { slow: true }) }))
  const stages = before ? [] : await measureStages(corpus, edited, home)
  rmSync(home, { recursive: true, force: true })
  const { pages, bytes } = corpus
  return { scale, pages, bytes, runs, rows, stages }
}

/** A cache has to be filled before it helps, so a linter that is too slow without one is left out with it. */
function isTooSlow({ rows, pages }, { name }, corpus) {
  const last = rows.filter((it) => it.name === name || it.name === name.split(',')[0])
  return last.some((it) => it.slow || (it.ms * corpus.pages) / pages > patience * 1000)
}

/** A run that does not count: it fills caches, and shows who cannot run here at all. Gives the crashes. */
async function warmUp(subjects, home) {
  const crashed = new Map()
  for (const subject of subjects) {
    const { ms, crash } = await once(subject, join(home, 'output'))
    log(`${subject.name}, first: ${crash ?? `${ms.toFixed(0)} ms`}`)
    if (crash) crashed.set(subject.name, { rounds: [], crash })
  }
  return crashed
}

/** name → stage → milliseconds, as `--timing` says. */
async function measureStages(corpus, edited, home) {
  const found = []
  for (const subject of timedSubjects(corpus, edited, home)) {
    const file = join(home, 'timing')
    await once(subject, file)
    const said = readFileSync(file, 'utf8').matchAll(/^(\w.*?) +(\d+\.\d) ms$/gm)
    found.push({ name: subject.name, stages: [...said].map(([, stage, ms]) => ({ stage, ms: Number(ms) })) })
  }
  return found
}

/** The command that makes this page. */
function commandLine() {
  const flags = [values.rivals && '--rivals', `--runs ${runs}`, `--scales ${values.scales}`, '--write']
  return `npm run bench -- ${flags.filter(Boolean).join(' ')}`
}
