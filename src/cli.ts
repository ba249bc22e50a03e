#!/usr/bin/env node
import { rules } from '../rules/index.ts'
import { makeConfig } from './config/index.ts'
import { openDisk } from './io/disk.ts'
import { lint } from './lint.ts'
import { load } from './load.ts'
import { json } from './report/json.ts'
import { plain } from './report/plain.ts'

const started = performance.now()
const config = makeConfig({})
const sources = await load(openDisk('.', config), config)
const result = lint(sources, rules, config)
const report = {
  tool: { name: 'docs-lint', version: '0' },
  cwd: process.cwd(),
  sites: sources.sites,
  files: sources.documents.size,
  diagnostics: result.diagnostics,
  suppressed: { inline: result.suppressed.length, baseline: 0 },
  crashes: result.crashes,
  checked: { links: 0, anchors: 0, samples: 0, endpoints: 0 },
  durationMs: performance.now() - started,
  text: (path: string) => sources.documents.get(path)?.text ?? '',
}
process.stdout.write(process.argv.includes('json') ? json(report) : plain(report))
