import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
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
    expect(named.length).toBe(8)
    expect(named.filter((it) => !shown.has(it))).toEqual([])
  })
})

test('.ci/run and the README set up and test alike', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('```sh\nnpm install && npm test\n```')
  expect(readFileSync('.ci/run', 'utf8')).toContain('\nnpm install && npm test\n')
})

/** `${{ inputs.paths }}` → `inputs.paths`. */
const expression = (it: unknown) => String(it).slice(3, -2).trim()

const program = `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`

/** docs-lint as a project has it that installed it. */
function install(folder: string): string {
  const bin = join(folder, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'docs-lint'), program)
  chmodSync(join(bin, 'docs-lint'), 0o755)
  return bin
}

/** A repository with one commit; a page links to a heading of another. */
const pages = new Map([
  ['index.md', 'See the [limits](guide.md#limits).\n'],
  ['guide.md', '## Limits\n'],
  ['old/index.md', 'See [this](gone.md).\n'],
])

function git(folder: string, ...args: string[]) {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
}

async function inRepository<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  return await inProject(pages, async (folder) => {
    git(folder, 'init', '-q')
    git(folder, 'add', '-A')
    git(folder, 'commit', '-qm', 'one')
    return await work(folder)
  })
}

describe('the action', () => {
  const { runs, inputs } = parse(readFileSync('action.yml', 'utf8'))
  const [step] = runs.steps

  /** Its step, as a runner would run it: inputs come only through the environment. */
  function run(folder: string, given: Record<string, string> = {}, context: Record<string, string> = {}) {
    install(folder)
    const known = new Map([
      ...Object.keys(inputs).map((name): [string, string] => [`inputs.${name}`, given[name] ?? inputs[name].default]),
      ['github.base_ref', context.baseRef ?? ''],
      ['github.event.pull_request.head.repo.fork', context.fork ?? ''],
    ])
    const values = Object.entries(step.env).map(([name, it]) => [name, known.get(expression(it))])
    expect(values.filter(([, it]) => it === undefined)).toEqual([])
    const files = { GITHUB_STEP_SUMMARY: join(folder, 'summary.txt'), GITHUB_OUTPUT: join(folder, 'output.txt') }
    const env = { ...process.env, GITHUB_ACTIONS: 'true', ...files, ...Object.fromEntries(values) }
    const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')
    return { status, stdout, summary: read(files.GITHUB_STEP_SUMMARY), output: read(files.GITHUB_OUTPUT) }
  }

  test('annotates, summarises and fails, and hands out its exit code', async () => {
    await inRepository((folder) => {
      const { status, stdout, summary, output } = run(folder)
      expect(stdout).toContain('::error file=old/index.md,line=1,')
      expect(summary).toContain('broken-link')
      expect(output).toBe('exit-code=1\n')
      expect(status).toBe(1)
      expect(readdirSync(folder)).not.toContain('docs.sarif')
    })
  })

  test('reports what a pull request breaks, in files that it did not touch too', async () => {
    await inRepository((folder) => {
      git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
      writeFileSync(join(folder, 'guide.md'), '## Quotas\n')
      git(folder, 'commit', '-qam', 'two')
      const { stdout, status } = run(folder, {}, { baseRef: 'main' })
      expect(stdout.match(/^::error .*/gm)).toEqual([expect.stringContaining('file=index.md,line=1,')])
      expect(status).toBe(1)
      expect(run(folder, { since: 'none' }, { baseRef: 'main' }).stdout.match(/^::error /gm)).toHaveLength(2)
    })
  })

  test('does as its inputs say, and runs none of them', async () => {
    await inRepository((folder) => {
      const given = { paths: '$(touch owned)\n`touch owned`\nindex.md', 'fail-on': 'never', args: '--quiet' }
      expect(run(folder, given).status).toBe(0)
      const plain = run(folder, { annotations: 'false', summary: 'false', 'sarif-file': 'docs.sarif' })
      expect(plain.stdout).not.toContain('::error')
      expect(JSON.parse(readFileSync(join(folder, 'docs.sarif'), 'utf8')).version).toBe('2.1.0')
      expect(readdirSync(folder)).not.toContain('owned')
    })
  })

  test('loads no plugin for a fork', async () => {
    await inRepository((folder) => {
      writeFileSync(join(folder, 'docs-lint.config.yaml'), 'plugins: [./plugin.mjs]\n')
      writeFileSync(join(folder, 'plugin.mjs'), "console.log('loaded')\nexport default { name: 'acme', rules: {} }\n")
      expect(run(folder, { trust: 'true' }).stdout).toContain('loaded')
      const fork = run(folder, { trust: 'true' }, { fork: 'true' })
      expect(fork.stdout).not.toContain('loaded')
      expect(fork.status).toBe(2)
    })
  })
})

describe('pre-commit', () => {
  const hooks: { id: string; entry: string; language: string }[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))
  const entry = (id: string) => hooks.find((it) => it.id === id)?.entry ?? ''

  /** A hook as pre-commit runs it, with docs-lint in the path. */
  function run(id: string, folder: string) {
    const env = { ...process.env, PATH: `${install(folder)}:${process.env.PATH}`, PRE_COMMIT: '1' }
    return spawnSync('sh', ['-c', entry(id)], { cwd: folder, env, encoding: 'utf8' })
  }

  test('the next commit may break nothing, by deleting a page either', async () => {
    await inRepository((folder) => {
      expect(run('docs-lint-all', folder).status).toBe(1)
      git(folder, 'rm', '-q', 'guide.md')
      const { stdout, status } = run('docs-lint', folder)
      expect(stdout).toContain('index.md:1:18: error broken-link')
      expect(stdout).not.toContain('old/')
      expect(status).toBe(1)
    })
  })

  test('where nothing is staged, as under --all-files, everything is checked', async () => {
    await inRepository((folder) => {
      expect(run('docs-lint', folder).stdout).toContain('old/index.md:1:12: error broken-link')
    })
  })

  test('the fixing hook writes', async () => {
    await inRepository((folder) => {
      writeFileSync(join(folder, 'index.md'), 'See the [limits](Guide.md#limits).\n')
      git(folder, 'add', 'index.md')
      expect(run('docs-lint-fix', folder).status).toBe(0)
      expect(readFileSync(join(folder, 'index.md'), 'utf8')).toBe(pages.get('index.md'))
    })
  })
})

test('the package asks for next to nothing, and runs nothing when it is installed', () => {
  const { dependencies, scripts, exports, bin } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(Object.keys(dependencies)).toEqual(['satteri'])
  expect(Object.keys(scripts).filter((it) => /^(pre|post)?install$/.test(it))).toEqual([])
  const code = [bin['docs-lint'], exports['.'].default, exports['./rule'].default]
  expect(code.filter((it) => !existsSync(it))).toEqual([])
})
