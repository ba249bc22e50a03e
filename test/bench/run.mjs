// npm run bench [-- CORPUS] [--runs N] [--rivals]
// Whole processes, one of each in turn, medians. CORPUS is a folder of Markdown; without one, pages of our own are written.
// --rivals measures the linters of test/bench/package.json too (run `npm ci` there first).
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure } from './measure.mjs'
import { writePages } from './pages.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' }, rivals: { type: 'boolean', default: false } },
})
const here = dirname(fileURLToPath(import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'docs-lint-bench-'))
const corpus = positionals[0] ? resolve(positionals[0]) : join(scratch, 'pages')
if (!positionals[0]) writePages(corpus, 573)

const node = process.execPath
const cli = join(here, '../../dist/cli.js')
const subjects = new Map([
  ['node -e 0', { command: [node, '-e', '0'], cwd: corpus }],
  ['docs-lint --version', { command: [node, cli, '--version'], cwd: corpus }],
  ['read, parse and walk', { command: [node, join(here, 'bare.mjs'), corpus], cwd: corpus }],
  ['docs-lint', { command: [node, cli, '--format', 'json', '--no-config'], cwd: corpus }],
])
if (values.rivals) addRivals(subjects)

function addRivals(all) {
  const modules = join(here, 'node_modules')
  const binary = join(modules, `@rumdl/cli-${process.platform}-${process.arch}/rumdl`)
  if (!existsSync(modules)) throw new Error('run `npm ci` in test/bench first')
  if (existsSync(binary)) {
    all.set('rumdl, no cache', { command: [binary, 'check', '--no-cache', '.'], cwd: corpus })
    all.set('rumdl, cache', { command: [binary, 'check', '--cache-dir', join(scratch, 'rumdl'), '.'], cwd: corpus })
  }
  const bin = (name) => join(modules, '.bin', name)
  all.set('markdownlint-cli2', { command: [bin('markdownlint-cli2'), '**/*.{md,markdown}'], cwd: corpus })
}

const results = await measure(subjects, Number(values.runs))
const base = results.get('read, parse and walk').ms
process.stdout.write(`| ${values.runs} runs each, medians | ms | × parsing | MB |\n|---|--:|--:|--:|\n`)
for (const [name, { ms, mb }] of results)
  process.stdout.write(`| ${name} | ${ms.toFixed(0)} | ${(ms / base).toFixed(2)} | ${mb.toFixed(0)} |\n`)
rmSync(scratch, { recursive: true, force: true })
