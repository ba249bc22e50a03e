import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { makeConfig } from '../../src/config/index.ts'
import { load } from '../../src/load/index.ts'
import { memory } from '../../src/load/memory.ts'
import { buildProject } from '../../src/project/index.ts'
import { diagnose } from '../../src/testing.ts'

const twice = (name: string) => `[!INCLUDE [a](${name})]\n\n[!INCLUDE [b](${name})]\n`

test('files that double each other make a page of a thousand parts, not of a billion', async () => {
  const files = new Map(Array.from({ length: 30 }, (_, i) => [`f${i}.md`, i === 29 ? 'end' : twice(`f${i + 1}.md`)]))
  const config = makeConfig({})
  const project = buildProject(await load(memory(files, config), config))
  const [page] = project.pages.of('f0.md')
  expect(page?.parts.length).toBe(1000)
  expect(Math.max(...(page?.parts ?? []).map(({ chain }) => chain.length))).toBe(16)
})

test('hostile lines are read in one pass', async () => {
  const blanks = ' '.repeat(9000)
  const lines = [
    `[!INCLUDE [${'a'.repeat(9000)}`,
    `[!INCLUDE [a](${blanks}b`,
    `{{#include ${'a'.repeat(9000)}`,
    `{% include-markdown "${'a'.repeat(9000)}`,
    `<!--@include: ${'a'.repeat(9000)}`,
    `--8<--${blanks}"a`,
    `!INCLUDE x${blanks}y`,
    '{% raw %}'.repeat(1000),
    '{{#include a '.repeat(700),
  ]
  const text = lines.flatMap((it) => Array.from({ length: 10 }, () => it)).join('\n')
  expect((await diagnose(new Map([['a.md', text]]), rules)).filter(({ rule }) => rule === 'internal-error')).toEqual([])
})
