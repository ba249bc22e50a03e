import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { makeConfig } from '../../src/config/index.ts'
import { openDisk } from '../../src/io/disk.ts'
import { lint } from '../../src/lint.ts'
import { load } from '../../src/load/index.ts'

const root = mkdtempSync(join(tmpdir(), 'docs-lint-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

test('relative links of a page are those of any place where a link has it', async () => {
  write('docs/fix.md', '# Fix\n')
  write('src/rules/knot.md', '# Knot\n\n[fixed](../fix.md), [by](helper.md), [lost](../nowhere.md)\n')
  write('src/rules/helper.md', '# Helper\n')
  mkdirSync(join(root, 'docs/rules'))
  symlinkSync('../../src/rules/knot.md', join(root, 'docs/rules/knot.md'))
  const config = makeConfig({})
  const disk = openDisk(root, config)
  expect([...disk.namesakes]).toEqual([['src/rules/knot.md', ['docs/rules/knot.md']]])
  const chosen = new Map([...rules].filter(([id]) => id === 'broken-link'))
  const { diagnostics } = lint(await load(disk, config), chosen, config)
  expect(diagnostics.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'src/rules/knot.md: "src/nowhere.md" does not exist',
  ])
})

test('a whole site below a link, its configuration with it, is said once', async () => {
  write('book/book.toml', '[book]\nsrc = "src"\n')
  write('book/src/SUMMARY.md', '[Knots](knots.md)\n')
  write('book/src/knots.md', '[lost](rope.md)\n')
  write('cli/main.rs', '')
  symlinkSync('../book', join(root, 'cli/book'))
  const config = makeConfig({})
  const chosen = new Map([...rules].filter(([id]) => id === 'broken-link'))
  const { diagnostics } = lint(await load(openDisk(root, config), config), chosen, config)
  expect(diagnostics.map(({ path }) => path).filter((it) => it.includes('book'))).toEqual(['book/src/knots.md'])
})
