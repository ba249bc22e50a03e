import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** What only the bundle in `dist/` and real pipes can show. `npm test` builds it first. */
const cli = resolve('dist/cli.js')
let folder = ''

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

test('says its version', () => {
  expect(sh(`${run} --version`).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('writes a report larger than a pipe, whole', () => {
  const { stdout, status } = sh(`${run} -f json | cat`)
  expect(JSON.parse(stdout).diagnostics).toHaveLength(3000)
  expect(status).toBe(0)
})

test('ends quietly when its reader goes away', () => {
  expect(sh(`${run} | head -c 1`)).toEqual({ status: 0, stdout: 'i', stderr: '' })
})

test('colours what a terminal shows and nothing else', () => {
  const paint = '\u001b['
  expect(sh(`${run} -f pretty`).stdout).not.toContain(paint)
  expect(sh(`FORCE_COLOR=1 ${run} -f pretty`).stdout).toContain(paint)
  expect(sh(`${run} -f pretty --color`).stdout).toContain(paint)
  expect(sh(`FORCE_COLOR=1 ${run} -f pretty --no-color`).stdout).not.toContain(paint)
  expect(sh(`NO_COLOR=1 ${run} -f pretty`).stdout).not.toContain(paint)
})
