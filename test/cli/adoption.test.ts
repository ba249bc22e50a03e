import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { families } from '../../rules/index.ts'
import { docsLint, inProject } from './console.ts'

// Processes start slowly on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 180_000 })

test('the bundled example shows every family that the README names', async () => {
  const named = [...readFileSync('README.md', 'utf8').matchAll(/^\| (\w+) \| (?:a|an|JSON|front) /gm)].map(
    ([, it]) => it,
  )
  await inProject(new Map(), async (folder) => {
    const { diagnostics } = JSON.parse((await docsLint(['-f', 'json'], folder)).output)
    const shown = new Set(diagnostics.map((it: { rule: string }) => families.get(it.rule)))
    expect(named.length).toBe(7)
    expect(named.filter((it) => !shown.has(it))).toEqual([])
  })
})

test('.ci/run and the README set up and test alike', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('```sh\nnpm install && npm test\n```')
  expect(readFileSync('.ci/run', 'utf8')).toContain('\nnpm install && npm test\n')
})

/** The step of the action, as a runner would run it: inputs come only through the environment. */
test('the action annotates what a pull request breaks, whatever its inputs say', async () => {
  const { runs } = parse(readFileSync('action.yml', 'utf8'))
  await inProject(new Map([['index.md', '---\nincludes: [gone.md]\n---\n']]), async (folder) => {
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
    const bin = join(folder, 'node_modules/.bin/docs-lint')
    writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`)
    chmodSync(bin, 0o755)
    const summary = join(folder, 'summary.md')
    const inputs = { INPUT_FAIL_ON: 'error', INPUT_PATHS: '$(touch owned)\nindex.md', INPUT_ARGS: '', INPUT_CONFIG: '' }
    const env = { ...process.env, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, ...inputs }
    const { status, stdout } = spawnSync('bash', ['-e', '-c', runs.steps[0].run], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    expect(stdout).toContain('::error file=index.md,line=2,')
    expect(status).toBe(1)
    expect(readFileSync(summary, 'utf8')).toContain('missing-include')
    expect(spawnSync('ls', [folder], { encoding: 'utf8' }).stdout).not.toContain('owned')
  })
})
