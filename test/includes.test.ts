import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { families, rules } from '../rules/index.ts'
import { makeConfig } from '../src/config/index.ts'
import { openDisk } from '../src/io/disk.ts'
import { lint } from '../src/lint.ts'
import { load } from '../src/load/index.ts'
import { plain } from '../src/report/plain.ts'
import type { Report } from '../src/report/report.ts'

/** Five sites in one repository, 25 seeded defects: each is reported once, at its line. UPDATE=1 rewrites the report. */
test('includes of MkDocs, VitePress, mdBook, DocFX and Slate', async () => {
  const expected = 'test/fixtures/includes.txt'
  const config = makeConfig({})
  const family = new Map([...rules].filter(([id]) => families.get(id) === 'includes'))
  const sources = await load(openDisk('test/fixtures/includes', config), config)
  const { diagnostics, crashes } = lint(sources, family, config)
  const report = { diagnostics, text: (path: string) => sources.documents.get(path)?.text ?? '' }
  const text = plain(report as unknown as Report)
  if (process.env.UPDATE) writeFileSync(expected, text)
  expect(crashes).toEqual([])
  expect(text).toBe(readFileSync(expected, 'utf8'))
  expect(diagnostics.length).toBe(25)
})
