import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { docsLint } from './console.ts'

/** What only the bundle in `dist/` and real pipes can show. `npm test` builds it first. */
const cli = resolve('dist/cli.js')
let folder = ''
// Processes start slowly on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 180_000 })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-lint-'))
  const list = Array.from({ length: 3000 }, (_, i) => `  - gone-${i}.md\n`).join('')
  writeFileSync(join(folder, 'index.md'), `---\nincludes:\n${list}---\n`)
  writeFileSync(join(folder, 'docs-lint.config.json'), '{ "rules": { "missing-include": "warning" } }')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function sh(command: string) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
  return { status, stdout, stderr }
}

const run = `"${process.execPath}" "${cli}"`

test('says its version, and not a word of the engine that it runs on', () => {
  expect(sh(`${run} --version`)).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' })
})

test('writes a report larger than a pipe, whole', () => {
  const { stdout, status } = sh(`${run} -f json | cat`)
  expect(JSON.parse(stdout).diagnostics).toHaveLength(3000)
  expect(status).toBe(0)
})

test('ends quietly when its reader goes away', () => {
  expect(sh(`${run} | head -c 1`)).toEqual({ status: 0, stdout: 'i', stderr: '' })
})

test('says the same on one thread and on several', () => {
  const pages = join(folder, 'many')
  mkdirSync(pages)
  for (let i = 0; i < 450; i++)
    writeFileSync(
      join(pages, `page-${i}.md`),
      `# Page ${i}\n\n[next](page-${i + 1}.md#page-${i}) [right](page-${i + 1}.md#page-${i + 1}) ÄÖ\n\n\`\`\`json\n{ "a": ${i}, }\n\`\`\`\n`,
    )
  writeFileSync(join(pages, 'binary.md'), Buffer.from([0xff, 0x00, 0x80]))
  const reports = ['off', '2', '4'].map((threads) =>
    sh(`cd many && ${run} --no-cache --no-config -f jsonl --concurrency ${threads}`),
  )
  const [first] = reports
  expect(first?.stdout.split('\n').length).toBeGreaterThan(900)
  expect(first?.stdout).toContain('unreadable-file')
  for (const it of reports) expect(it).toEqual(first)
})

test('colours what a terminal shows and nothing else', async () => {
  const paint = '\u001b['
  const output = async (args: string[], env: Record<string, string>, terminal = false) =>
    (await docsLint(['index.md', '--max-diagnostics', '1', '-f', 'pretty', ...args], folder, env, terminal)).output
  expect(await output([], {})).not.toContain(paint)
  expect(await output([], {}, true)).toContain(paint)
  expect(await output([], { NO_COLOR: '1' }, true)).not.toContain(paint)
  expect(await output([], { TERM: 'dumb' }, true)).not.toContain(paint)
  expect(await output([], { FORCE_COLOR: '1' })).toContain(paint)
  expect(await output(['--color'], { NO_COLOR: '1' })).toContain(paint)
  expect(await output(['--no-color'], { FORCE_COLOR: '1' }, true)).not.toContain(paint)
})
