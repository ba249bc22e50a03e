import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { makeConfig, type UserConfig } from '../src/config/index.ts'
import { plain as plainJson } from '../src/parse/json.ts'
import { parseYaml } from '../src/parse/yaml.ts'
import type { Rule } from '../src/rule.ts'
import { diagnose, fix, readExamples, render } from './examples.ts'

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
  const alone = new Map([[id, rule.severity === 'off' ? { ...rule, severity: 'warning' as const } : rule]])
  if (id === 'internal-error') alone.set('broken-rule', brokenRule)
  const pages = [`docs/rules/${id}.md`, `test/rules/${id}.md`].filter((page) => existsSync(page))
  const examples = pages.flatMap((page) => readExamples(page).map((example) => ({ page, ...example })))

  test.each(examples)('$page:$line $title', async ({ files, config: yaml, report, fixed }) => {
    const { data } = parseYaml(yaml)
    const config = makeConfig(data ? (plainJson(data) as UserConfig) : {})
    const before = await diagnose(files, alone, config)
    expect(render(before, files)).toBe(report)
    if (fixed.size === 0) return
    const after = await fix(files, alone, config)
    for (const [path, text] of fixed) expect(after.get(path), `${path} after fixing`).toBe(text)
    const left = await diagnose(after, alone, config)
    expect(left.filter((it) => it.fix)).toEqual([])
    expect(left.length, 'a fix adds no finding').toBeLessThan(before.length)
  })
})
