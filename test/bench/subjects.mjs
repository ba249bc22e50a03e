import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, 'node_modules')
const node = process.execPath
const cli = join(here, '../../dist/cli.js')

export const parsing = 'read, parse and walk'
export const cold = 'docs-lint, cold'

/**
 * What is measured: a name, who it belongs to, a command, how it is written by hand, and what happens around each run.
 * `primed`: run once before the first run, to fill a cache. `once`: only at the first scale.
 */
export function ownSubjects({ folder }, edited, scratch) {
  const run = (...args) => [node, cli, '--no-config', ...args]
  const place = (name) => ['--cache-location', join(scratch, name)]
  const empty = () => rmSync(join(scratch, 'cold'), { recursive: true, force: true })
  const all = [
    { name: 'node -e 0', command: [node, '-e', '0'], once: true },
    { name: 'docs-lint --version', command: [node, cli, '--version'], once: true },
    { name: parsing, command: [node, join(here, 'bare.mjs'), folder], shown: 'node test/bench/bare.mjs .' },
    { name: cold, command: run(...place('cold')), before: empty, shown: 'docs-lint --cache-location EMPTY' },
    { name: 'docs-lint, no cache', command: run('--no-cache'), shown: 'docs-lint --no-cache', once: true },
    {
      name: 'docs-lint, no cache, one thread',
      command: run('--no-cache', '--concurrency', 'off'),
      shown: 'docs-lint --no-cache --concurrency off',
      once: true,
    },
    {
      name: 'docs-lint, warm',
      command: run(...place('warm')),
      primed: true,
      shown: 'docs-lint --cache-location FILLED',
    },
    {
      name: 'docs-lint, one page changed',
      command: run(...place('changed')),
      ...changing(edited),
      shown: 'docs-lint --cache-location FILLED',
    },
  ]
  return all.map((it) => ({ cwd: folder, ...it, shown: it.shown ?? it.name, own: true }))
}

/** In a copy of its own: a page that somebody has touched is no longer the page that the other subjects remember. */
function changing({ folder, change }) {
  return { primed: true, before: change, cwd: folder }
}

/** The stages of one run each, for which docs-lint itself keeps the time. */
export function timedSubjects(corpus, edited, scratch) {
  const wanted = [cold, 'docs-lint, warm', 'docs-lint, one page changed']
  return ownSubjects(corpus, edited, scratch)
    .filter(({ name }) => wanted.includes(name))
    .map((it) => ({ ...it, command: [...it.command, '--timing'] }))
}

/** Other linters, as their own pages say that they are run, and made to print as little as they can. Their configs go into the copy. */
export function rivalSubjects({ folder }, edited, scratch) {
  if (!existsSync(modules)) throw new Error('first run `npm install --no-save` in test/bench')
  const version = (name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version
  for (const it of [folder, edited.folder]) writeConfigs(it)
  const changed = changing(edited)
  const rumdl = [join(modules, `@rumdl/cli-${process.platform}-${process.arch}`, 'rumdl'), 'check']
  const rumdlCache = (name) => ['--cache-dir', join(scratch, name), '.']
  const eslint = [node, join(modules, 'eslint/bin/eslint.js')]
  const eslintCache = (name) => ['--cache', '--cache-strategy', 'content', '--cache-location', join(scratch, name), '.']
  const remark = [
    node,
    join(modules, 'remark-cli/cli.js'),
    '--ext',
    'md,markdown',
    '--quiet',
    '--no-stdout',
    '--frail',
    '.',
  ]
  const markdownlint = [node, join(modules, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.{md,markdown}']
  const all = [
    { name: 'rumdl', command: [...rumdl, '--no-cache', '.'], shown: 'rumdl check --no-cache .' },
    { name: 'rumdl, warm', command: [...rumdl, ...rumdlCache('rumdl')], primed: true, shown: 'rumdl check .' },
    {
      name: 'rumdl, one page changed',
      command: [...rumdl, ...rumdlCache('rumdl2')],
      ...changed,
      shown: 'rumdl check .',
    },
    { name: 'markdownlint-cli2', command: markdownlint, shown: "markdownlint-cli2 '**/*.{md,markdown}'" },
    { name: 'remark-validate-links', command: remark, shown: 'remark --ext md,markdown --quiet --no-stdout --frail .' },
    { name: 'eslint', command: [...eslint, '.'], shown: 'eslint .' },
    {
      name: 'eslint, warm',
      command: [...eslint, ...eslintCache('eslint')],
      primed: true,
      shown: 'eslint --cache --cache-strategy content .',
    },
    {
      name: 'eslint, one page changed',
      command: [...eslint, ...eslintCache('eslint2')],
      ...changed,
      shown: 'eslint --cache --cache-strategy content .',
    },
  ]
  const packages = {
    rumdl: ['rumdl'],
    'markdownlint-cli2': ['markdownlint-cli2'],
    'remark-validate-links': ['remark-cli', 'remark-frontmatter', 'remark-gfm', 'remark-validate-links'],
    eslint: ['eslint', '@eslint/markdown'],
  }
  return all
    .filter(({ command: [program] }) => existsSync(program))
    .map((it) => ({
      cwd: folder,
      ...it,
      versions: packages[it.name.split(',')[0]].map((name) => `${name} ${version(name)}`).join(', '),
    }))
}

function writeConfigs(folder) {
  const require = createRequire(join(here, 'package.json'))
  const plugin = (name) => require.resolve(name)
  const remark = {
    plugins: [
      join(modules, 'remark-frontmatter/index.js'),
      join(modules, 'remark-gfm/index.js'),
      // Without a git remote it has to be told so.
      [join(modules, 'remark-validate-links/index.js'), { repository: false }],
    ],
  }
  writeFileSync(join(folder, '.remarkrc.json'), JSON.stringify(remark))
  const markdown = pathToFileURL(plugin('@eslint/markdown')).href
  writeFileSync(
    join(folder, 'eslint.config.mjs'),
    `import markdown from ${JSON.stringify(markdown)}
export default [{
  files: ['**/*.{md,markdown}'],
  plugins: { markdown },
  language: 'markdown/gfm',
  languageOptions: { frontmatter: 'yaml' },
  rules: markdown.configs.recommended[0].rules,
}]
`,
  )
}
