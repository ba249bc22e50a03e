import { chmodSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { docsLint, inProject } from './console.ts'

const files = new Map([
  ['index.md', '---\ntitle: One\n---\n\n# One\n\n[two](two.md#first) [gone](gone.md) [three](parts/three.md)\n'],
  ['two.md', '# Two\n\n## Second\n\n```json\n{ "a": 1,, }\n```\n'],
  ['openapi.yaml', 'openapi: 3.0.3\ninfo: { title: A, version: "1" }\npaths: {}\n'],
  ['empty/.keep', ''],
])

/** A run in a few seconds from now: for it, all that stands on the disk is old enough to be believed. */
const later = () => Date.now() + 5000
const cached = async (folder: string, ...args: string[]) => await docsLint(args, folder, {}, false, '', later)
const anew = async (folder: string, ...args: string[]) => await docsLint(['--no-cache', ...args], folder)
const kept = (folder: string) => readFileSync(join(folder, '.docs-lint-cache/last-run.json'), 'utf8')

test('a second run says what the first one said, in every format', async () => {
  await inProject(files, async (folder) => {
    expect(await cached(folder)).toEqual(await anew(folder))
    const whole = kept(folder)
    for (const format of [
      'compact',
      'pretty',
      'plain',
      'agent',
      'jsonl',
      'sarif',
      'github',
      'gitlab',
      'junit',
      'rdjson',
    ])
      expect(await cached(folder, '-f', format)).toEqual(await anew(folder, '-f', format))
    expect(await cached(folder, '-f', 'checkstyle', '--quiet')).toEqual(
      await anew(folder, '-f', 'checkstyle', '--quiet'),
    )
    expect(await cached(folder)).toEqual(await anew(folder))
    expect(JSON.parse(kept(folder).split('\n')[0] ?? '')).toEqual(JSON.parse(whole.split('\n')[0] ?? ''))
  })
})

/** What may happen between two runs. */
const changes: Record<string, (write: (path: string, text: string) => void, folder: string) => void> = {
  'a page says something else in as many characters': (write, folder) => {
    write('two.md', '# Two\n\n## First!\n\n```json\n{ "a": 1,, }\n```\n')
    utimesSync(join(folder, 'two.md'), 1000, 1000)
  },
  'a page appears': (write) => write('gone.md', '# Here\n'),
  'a page appears in a folder that was empty': (write) => write('empty/more.md', '[x](nowhere.md)\n'),
  'a page appears in a folder that was not there': (write) => write('parts/three.md', '# Three\n'),
  'a page vanishes': (_, folder) => rmSync(join(folder, 'two.md')),
  'a contract changes': (write) => write('openapi.yaml', 'openapi: 3.0.3\ninfo: { title: A }\npaths: {}\n'),
  'a generator is configured': (write) => write('_config.yml', 'title: x\n'),
  'a rule is configured': (write) => write('docs-lint.config.yaml', 'rules: { broken-link: off }\n'),
  'a page is left to git': (write) => write('.gitignore', 'two.md\n'),
  'all is accepted': async (_, folder) => await docsLint(['baseline'], folder),
  'the cache breaks': (_, folder) => {
    const file = join(folder, '.docs-lint-cache/last-run.json')
    writeFileSync(file, kept(folder).replace('does not exist', 'does exist'))
  },
}

test.each(Object.entries(changes))('%s, and the next run sees it', async (_, change) => {
  await inProject(files, async (folder) => {
    await cached(folder)
    expect(kept(folder)).toContain('broken-link')
    await change((path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }, folder)
    const now = await anew(folder)
    expect(await cached(folder)).toEqual(now)
    expect(await cached(folder)).toEqual(now)
  })
})

test('what other tools remember changes nothing', async () => {
  const theirs: [string, string][] = [
    ['.other_cache/one', '1'],
    ['.othercache', '1'],
  ]
  await inProject(new Map([...files, ...theirs]), async (folder) => {
    await cached(folder)
    const before = kept(folder)
    for (const path of ['.other_cache/one', '.other_cache/two', '.othercache', '.third-cache']) {
      writeFileSync(join(folder, path), 'two')
    }
    expect(await cached(folder)).toEqual(await anew(folder))
    expect(kept(folder)).toBe(before)
  })
})

test('a folder that is not to be written to is left as it is', async () => {
  await inProject(files, async (folder) => {
    chmodSync(folder, 0o555)
    const outcome = await cached(folder)
    chmodSync(folder, 0o755)
    expect(outcome).toEqual(await anew(folder))
    expect(() => kept(folder)).toThrow()
  })
})

test('what is younger than the run is not believed', async () => {
  await inProject(files, async (folder) => {
    await docsLint([], folder, {}, false, '', () => Date.now() - 60_000)
    expect(() => kept(folder)).toThrow()
  })
})

test('other questions get other answers', async () => {
  await inProject(files, async (folder) => {
    for (const args of [[], ['--only', 'broken-link'], ['two.md'], ['--rule', 'broken-link:warning'], ['--quiet']])
      expect(await cached(folder, ...args)).toEqual(await anew(folder, ...args))
  })
})

test('what the repository around a project has is looked at again', async () => {
  const pages = new Map([
    ['.git/HEAD', ''],
    ['README.md', '# Read me\n'],
    ['docs/conf.py', "extensions = ['myst_parser']\n"],
    ['docs/index.md', '# One\n\n```{include} ../README.md\n```\n'],
  ])
  await inProject(pages, async (folder) => {
    const docs = join(folder, 'docs')
    expect(await cached(docs)).toEqual(await anew(docs))
    rmSync(join(folder, 'README.md'))
    const { output } = await cached(docs)
    expect(output).toContain('include-outside-root')
    expect({ output, code: 1 }).toEqual(await anew(docs))
  })
})
