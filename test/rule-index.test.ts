import { expect, expectTypeOf, test } from 'vitest'
import { makeConfig } from '../src/config/index.ts'
import { lint } from '../src/lint.ts'
import { load } from '../src/load/index.ts'
import { memory } from '../src/load/memory.ts'
import { defineRule } from '../src/rule.ts'

test('check gets what index returns, with its type', async () => {
  const longest = defineRule({
    summary: 'A page is the longest one.',
    severity: 'info',
    options: { least: 1 },
    index: (documents) => Math.max(...documents.map(({ text }) => text.length)),
    *check({ text }, { index, options }) {
      expectTypeOf(index).toEqualTypeOf<number>()
      expectTypeOf(options.least).toEqualTypeOf<number>()
      if (text.length === index && index >= options.least) yield { at: [0, 1], message: `${index} characters` }
    },
  })
  const config = makeConfig({})
  const files = new Map([
    ['a.md', 'short\n'],
    ['b.md', 'a longer one\n'],
  ])
  const sources = await load(memory(files, config), config)
  const rules = new Map([['acme/longest', longest]])
  const { diagnostics, crashes } = lint(sources, rules, config)
  expect(crashes).toEqual([])
  expect(diagnostics.map(({ path, message }) => `${path}: ${message}`)).toEqual(['b.md: 13 characters'])
  // Where an editor asks about one page, the index still knows all.
  expect(lint(sources, rules, config, (path) => path === 'a.md').diagnostics).toEqual([])
})
