import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { makeConfig } from '../../src/config/index.ts'
import { openCache } from '../../src/io/cache.ts'
import { openDisk } from '../../src/io/disk.ts'
import { lint } from '../../src/lint.ts'
import { load } from '../../src/load/index.ts'
import { readExamples } from '../examples.ts'

let root = ''
let folder = ''
const file = () => join(folder, 'facts.jsonl')

/** The examples of all rule pages, a folder each: something to say for nearly every rule. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'docs-lint-'))
  folder = join(root, 'node_modules/.cache/docs-lint')
  for (const page of readdirSync('docs/rules').filter((name) => name.endsWith('.md')))
    for (const [i, example] of readExamples(`docs/rules/${page}`).entries())
      for (const [path, content] of example.files) write(`${page.slice(0, -3)}-${i}/${path}`, content)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

async function report(cached: boolean) {
  const config = makeConfig({})
  const memory = cached ? openCache(folder) : undefined
  const { diagnostics, crashes } = lint(await load({ ...openDisk(root, config), memory }, config), rules, config)
  memory?.save()
  return JSON.stringify({ diagnostics, crashes })
}

test('a report is the same without a cache, with a cold one, a warm one and a broken one', async () => {
  const plain = await report(false)
  expect(plain.length).toBeGreaterThan(5000)
  expect(await report(true)).toBe(plain)
  expect(await report(true)).toBe(plain)
  const whole = readFileSync(file(), 'utf8')
  const broken = [
    '',
    'x',
    whole.slice(0, whole.length / 2),
    whole.replace('"sections":[', '"sections":[[],'),
    whole.replace(/"title":"[^"]+/, '"title":"another'),
    whole.replaceAll('\n', '\r\n'),
  ]
  for (const text of broken) {
    expect(text).not.toBe(whole)
    writeFileSync(file(), text)
    expect(await report(true)).toBe(plain)
    expect(readFileSync(file(), 'utf8')).toBe(whole)
  }
})

test('a changed page is read anew, and what is gone is forgotten', async () => {
  await report(true)
  write('changed.md', '# One\n\n[x](#two)\n')
  expect(await report(true)).toBe(await report(false))
  const before = readFileSync(file(), 'utf8')
  write('changed.md', '# Two\n\n[x](#two)\n')
  expect(await report(true)).toBe(await report(false))
  expect(readFileSync(file(), 'utf8').split('\n').length).toBe(before.split('\n').length)
  rmSync(join(root, 'changed.md'))
  expect(await report(true)).toBe(await report(false))
  expect(readFileSync(file(), 'utf8').split('\n').length).toBe(before.split('\n').length - 2)
})

test('what an ended run has left half written is thrown away, and what a living one writes is not', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', '0'])
  const drafts = [ended, process.ppid].map((pid) => `facts.jsonl.${pid}`)
  for (const name of drafts) writeFileSync(join(folder, name), 'x')
  write('changed.md', '# Three\n')
  await report(true)
  expect(readdirSync(folder).filter((name) => drafts.includes(name))).toEqual([drafts[1]])
  rmSync(join(folder, `${drafts[1]}`))
  rmSync(join(root, 'changed.md'))
})

test('a project that cannot be written to is linted all the same', async () => {
  const config = makeConfig({})
  writeFileSync(join(root, 'occupied'), '')
  const memory = openCache(join(root, 'occupied/cache'))
  const sources = await load({ ...openDisk(root, config), memory }, config)
  expect(() => memory.save()).not.toThrow()
  expect(sources.documents.size).toBeGreaterThan(10)
  rmSync(join(root, 'occupied'))
})
