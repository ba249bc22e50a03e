import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { Rule } from '../src/rule.ts'
import { checkExample } from '../src/testing.ts'
import { readExamples } from './examples.ts'

/** What `internal-error` is about: a rule with a bug. */
const brokenRule: Rule = {
  summary: 'Throws on a page that says so.',
  severity: 'error',
  check({ text }) {
    if (text.includes('crash')) throw new TypeError('x is not a function')
    return []
  },
}

/** Every example on every rule page, and those in `test/rules/`, with that rule alone. */
describe.each([...rules])('%s', (id, rule) => {
  const alone = { [id]: rule, ...(id === 'internal-error' ? { 'broken-rule': brokenRule } : {}) }
  const pages = [`docs/rules/${id}.md`, `test/rules/${id}.md`].filter((page) => existsSync(page))
  const examples = pages.flatMap((page) => readExamples(page).map((example) => ({ page, ...example })))

  test.each(examples)('$page:$line $title', async (example) => {
    expect(await checkExample(example, { rules: alone })).toEqual([])
  })

  test.each(examples)('$page:$line $title, as Windows checks it out', async (example) => {
    const files = new Map(Array.from(example.files, ([path, it]) => [path, withCrLf(it)] as const))
    expect(await checkExample({ ...example, files, fixed: new Map() }, { rules: alone })).toEqual([])
  })
})

function withCrLf(content: string | Uint8Array): string | Uint8Array {
  return typeof content === 'string' ? content.replace(/\r?\n/g, '\r\n') : content
}
