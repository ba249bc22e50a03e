import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Rule } from '../src/rule.ts'
import { checkExample, readExamples } from '../src/testing.ts'
import { inProject } from './cli/console.ts'

// Processes start slowly on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

/** The files that a page of the documentation shows, by name; the later one of a name counts. */
function filesIn(page: string): Map<string, string> {
  const shown = page.matchAll(/(?:^|\s)`(lint\/[\w.-]+)`:\n\n(`{3,})\w+\n([\s\S]*?\n)\2\n/g)
  return new Map(Array.from(shown, ([, name = '', , body = '']) => [name, body]))
}

test('the test of a plugin that the documentation shows runs with what npm installs', async () => {
  const files = filesIn(readFileSync('docs/configuration.md', 'utf8'))
  expect([...files.keys()]).toEqual(expect.arrayContaining(['lint/acme.mjs', 'lint/old-name.md', 'lint/acme.test.mjs']))
  await inProject(files, async (folder) => {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(resolve('.'), join(folder, 'node_modules/docs-lint'))
    const command = ['--test', '--test-reporter=tap', 'lint/acme.test.mjs']
    const { stdout } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
    expect(stdout).toMatch(/^# pass 2\n# fail 0\n/m)
  })
})

/** Finds every "!", and puts something in its place. */
const shout = (instead: string): Rule => ({
  summary: 'A page shouts.',
  severity: 'off',
  *check({ text }) {
    for (const { index } of text.matchAll(/!/g)) {
      const at = [index, index + 1] as const
      yield { at, message: 'loud', fix: { safety: 'safe', edits: [{ range: at, text: instead }] } }
    }
  },
})
const page = (report: string, fixed: string) => `## Fails

\`a.md\`:

\`\`\`md
Hey!
\`\`\`

\`\`\`text
${report}
\`\`\`

\`a.md\`, fixed:

\`\`\`md
${fixed}
\`\`\`
`

test.each([
  ['a.md:1:4  warning  loud  my/shout', 'Hey.', []],
  ['a.md:1:4  warning  quiet  my/shout', 'Hey.', ['report']],
  ['a.md:1:4  warning  loud  my/shout', 'Hey', ['a.md after fixing']],
])('says where a page is wrong: %s, %s', async (report, fixed, wrong) => {
  const [example] = readExamples(page(report, fixed))
  const found = example && (await checkExample(example, { name: 'my', rules: { shout: shout('.') } }))
  expect(found?.map(({ what }) => what)).toEqual(wrong)
})

test('says what a fix must not do', async () => {
  const [example] = readExamples(page('a.md:1:4  warning  loud  shout', 'Hey!'))
  expect(example && (await checkExample(example, { rules: { shout: shout('!!') } }))).toEqual([
    { what: 'fixes', expected: 'come to rest', actual: 'undo each other' },
  ])
})

test('a page that nobody could run as it is meant is refused', () => {
  expect(() => readExamples('## Jars\n\n`jars.md`, said in passing:\n\n```md\n# Jars\n```\n')).toThrow(
    'line 5: "`jars.md`, said in passing:" names no file',
  )
  expect(() => readExamples('## Jars\n\n`jars.md`\n\n```md\n# Jars\n```\n')).toThrow(
    'line 5: "`jars.md`" names no file',
  )
  expect(() => readExamples('## Jars\n\n`jars.md`:\n\n```md\n# Jars\n')).toThrow('line 5: the fence is never closed')
})
