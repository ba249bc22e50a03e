import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { docsLint, inProject } from './console.ts'

// Processes start slowly on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 120_000 })

const pages = new Map([['index.md', '# Start\n\n[limits](#limits)\n']])

/** A run that goes on, and what it has printed since somebody asked last. Both its streams are one: their order counts. */
function start(folder: string, ...args: string[]) {
  const command = ['exec "$0" "$@" 2>&1', process.execPath, resolve('dist/cli.js'), '--watch', '-f', 'compact', ...args]
  const run = spawn('sh', ['-c', ...command], { cwd: folder })
  let printed = ''
  run.stdout.on('data', (chunk: Buffer) => {
    printed += chunk
  })
  const ended = new Promise<void>((done) => run.on('exit', () => done()))
  return {
    async next() {
      await vi.waitFor(() => expect(printed).toContain('watching for changes'), { timeout: 60_000, interval: 20 })
      const text = printed
      printed = ''
      return text
    },
    /** What it prints although nothing has changed: its own reports must not wake it. */
    async unasked() {
      await setTimeout(500)
      return printed
    },
    async end() {
      run.kill()
      await ended
    },
  }
}

test('--watch reports again after each change, and outlives a broken configuration', async () => {
  await inProject(pages, async (folder) => {
    const run = start(folder, '-f', 'json=report.json')
    expect(await run.next()).toContain('this page has no anchor "#limits"')
    expect(await run.unasked()).toBe('')
    writeFileSync(join(folder, 'limits.md'), '[start](index.md#beginning)\n')
    expect(await run.next()).toContain('index.md has no anchor "#beginning"')
    writeFileSync(join(folder, 'index.md'), '# Start\n')
    const mended = await run.next()
    expect(mended).not.toContain('#limits')
    expect(mended).toContain('#beginning')
    rmSync(join(folder, 'limits.md'))
    expect(await run.next()).toContain('No problems in')
    writeFileSync(join(folder, 'docs-lint.config.yaml'), 'rulez: {}\n')
    expect(await run.next()).toContain('did you mean "rules"?')
    writeFileSync(join(folder, 'docs-lint.config.yaml'), 'rules: { orphan-page: off }\n')
    expect(await run.next()).toContain('No problems in')
    await run.end()
  })
})

test.each([
  [['--stdin', '--stdin-filename', 'index.md'], '--watch and --stdin exclude each other'],
  [['--diff'], '--watch and --diff exclude each other'],
  [['--shard', '1/2'], '--watch and --shard exclude each other'],
])('--watch with %j is refused', async (args, message) => {
  await inProject(pages, async (folder) => {
    const { output, code } = await docsLint(['--watch', ...args], folder)
    expect(output).toContain(message)
    expect(code).toBe(2)
  })
})
