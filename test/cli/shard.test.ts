import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readExamples } from '../examples.ts'

/** Machines that share the work, each with a program of its own: the build in `dist/`, and copies of it. */
let world = ''
let pages = ''
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** The examples of all rule pages, a folder each: something to say for nearly every rule. */
beforeAll(() => {
  world = mkdtempSync(join(tmpdir(), 'docs-lint-'))
  pages = join(world, 'pages')
  for (const page of readdirSync('docs/rules').filter((name) => name.endsWith('.md')))
    for (const [i, { files }] of readExamples(`docs/rules/${page}`).entries())
      for (const [path, content] of files) write(join(pages, `${page.slice(0, -3)}-${i}`, path), content)
})
afterAll(() => rmSync(world, { recursive: true, force: true }))

function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** The same program at another place, copied at another time. */
function install(name: string): string {
  const home = join(world, name)
  cpSync('dist', join(home, 'dist'), { recursive: true })
  copyFileSync('package.json', join(home, 'package.json'))
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'))
  return join(home, 'dist/cli.js')
}

function docsLint(cli: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [cli, '--no-config', ...args], {
    cwd: pages,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return { stdout: run.stdout.replace(/ · \d+\.\ds$/m, ''), stderr: run.stderr, status: run.status }
}

/** Keys are every other line; behind the last one stands the checksum. */
function keys(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.slice(0, -1).filter((_, i) => i % 2 === 0)
}

test('four machines and a fifth that merges report what one does, byte for byte', () => {
  const own = resolve('dist/cli.js')
  const merged = join(world, 'merged')
  mkdirSync(merged)
  const counts = [1, 2, 3, 4].map((part) => {
    const folder = join(world, `facts-${part}`)
    const shard = docsLint(install(`machine-${part}`), '--shard', `${part}/4`, '--cache-location', folder)
    expect(shard).toMatchObject({ stdout: '', status: 0 })
    copyFileSync(join(folder, `facts-${part}-of-4.jsonl`), join(merged, `facts-${part}-of-4.jsonl`))
    return /^shard \d\/4: (\d+) of (\d+) pages read\n$/.exec(shard.stderr)?.slice(1).map(Number) ?? []
  })
  const total = counts[0]?.[1] ?? 0
  expect(total).toBeGreaterThan(100)
  expect(counts.reduce((sum, [read = 0]) => sum + read, 0)).toBe(total)
  const left = new Set([1, 2, 3, 4].flatMap((part) => keys(join(merged, `facts-${part}-of-4.jsonl`))))

  const alone = docsLint(own, '-f', 'compact', '--no-cache')
  expect(alone.stdout.length).toBeGreaterThan(5000)
  expect(docsLint(own, '-f', 'compact', '--cache-location', merged)).toEqual(alone)
  // The last run knew what the shards had read, and has made one file of theirs.
  expect(readdirSync(merged).filter((name) => name.startsWith('facts'))).toEqual(['facts.jsonl'])
  const known = keys(join(merged, 'facts.jsonl'))
  expect(known.filter((key) => left.has(key))).toHaveLength(left.size)
  expect(left.size).toBeGreaterThan(total / 2)
})
