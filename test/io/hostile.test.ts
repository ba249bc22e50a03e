import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { makeConfig } from '../../src/config/index.ts'
import { openDisk } from '../../src/io/disk.ts'
import { lint } from '../../src/lint.ts'
import { load } from '../../src/load/index.ts'

let folder = ''
let root = ''
const secret = 'a secret outside the project'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-lint-'))
  root = join(folder, 'project')
  write('../secret.md', secret)
  write('../project-sibling/page.md', secret)
  write('good.md', '# Good\n\n[x](#good)\n')
})
afterAll(() => {
  chmodSync(root, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** What docs-lint says of the whole project, one line a finding, the rules about pages only. */
async function said(): Promise<string[]> {
  const config = makeConfig({})
  const about = ['unreadable-file', 'too-complex', 'invalid-front-matter', 'internal-error']
  const chosen = new Map([...rules].filter(([id]) => about.includes(id)))
  const { diagnostics, crashes } = lint(await load(openDisk(root, config), config), chosen, config)
  expect(crashes).toEqual([])
  return diagnostics.map(({ path, rule, message }) => `${path}: ${rule}: ${message}`)
}

const repeat = (text: string, times: number) => text.repeat(times)
const frontMatter = (yaml: string) => `---\n${yaml}\n---\n# T\n`
const aliases = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${repeat(`*a${i},`, 9)}*a${i}]`)

/** A file each, and what is said of it; '' is silence. */
const files: Record<string, [content: string | Uint8Array, finding: string]> = {
  'empty.md': ['', ''],
  'blank.md': [' \t \n  ', ''],
  'mark.md': ['\ufeff', ''],
  'marked.md': ['\ufeff---\na: 1\n---\n# T\n', ''],
  'cr.md': ['# T\r\ra\r', ''],
  'nul.md': ['# A\0B and some more words\n', ''],
  'utf16.md': [Buffer.from('\ufeff# T\n', 'utf16le'), 'unreadable-file: the file is UTF-16'],
  'utf16-unmarked.md': [Buffer.from('# Title\n', 'utf16le'), 'unreadable-file: the file is UTF-16'],
  'latin1.md': [Buffer.from('# Café\n', 'latin1'), 'unreadable-file: the file is not UTF-8'],
  'cut.md': [Uint8Array.of(35, 32, 0xf0, 0x9f, 0x98), 'unreadable-file: the file is not UTF-8'],
  'surrogate.md': [Uint8Array.of(35, 32, 0xed, 0xa0, 0x80), 'unreadable-file: the file is not UTF-8'],
  'binary.md': [Uint8Array.of(0x89, 0x50, 0, 0, 0, 1, 0xff), 'unreadable-file: the file is binary'],
  'nothing.md': [new Uint8Array(4000), 'unreadable-file: the file is binary'],
  'huge.md': [
    repeat('word word\n', 110_000),
    'too-complex: the file has 1100000 characters, more than 1048576, so it was not parsed',
  ],
  'line.md': [
    `${repeat('word ', 3000)}\nword\n`,
    'too-complex: a line has more than 10000 characters, so it was not parsed',
  ],
  'line-apart.md': [
    `# T\n\n${repeat('word ', 3000)}\n\nword\n`,
    'too-complex: a line has more than 10000 characters, so it was left out',
  ],
  'line-referred-to.md': [
    `See [x][9].\n\n[9]: https://pots.example/${repeat('_a', 11_000)}\n`,
    'too-complex: a line has more than 10000 characters, so it was not parsed',
  ],
  'line-in-code.md': [
    `\`\`\`json\n\n${repeat('"a", ', 3000)}\n\n\`\`\`\n`,
    'too-complex: a line has more than 10000 characters, so it was not parsed',
  ],
  'word.md': [`See [x][9].\n\n[9]:\n    https://pots.example/?q=${repeat('%20(a)', 9000)}\n`, ''],
  'picture.md': [`# T\n\n![pot](data:image/png;base64,${repeat('iVBORw0K/+', 9000)}) below\n`, ''],
  'word-of-marks.md': [
    `text\n${repeat('a_b_', 6000)}\n`,
    'too-complex: a line has more than 10000 characters, so it was not parsed',
  ],
  'run.md': [repeat('*', 600), 'too-complex: "*" stands more than 500 times in a row, so it was not parsed'],
  'rule.md': [`text\n\n${repeat('-', 900)}\n`, ''],
  'quotes.md': [
    `${repeat('> ', 60)}x\n`,
    'too-complex: a line opens more than 50 lists and quotes, so it was not parsed',
  ],
  'lists.md': [
    `${repeat('- ', 60)}x\n`,
    'too-complex: a line opens more than 50 lists and quotes, so it was not parsed',
  ],
  'references.md': [
    repeat('&lt;a ', 10_000).replace(/(.{9000})/g, '$1\n'),
    'too-complex: a paragraph has too many character references, so it was not parsed',
  ],
  'references-apart.md': [repeat('&lt;a\n\n', 10_000), ''],
  'emphasis.md': [`${repeat('*a ', 300)}${repeat('b* ', 300)}\n`, ''],
  'brackets.md': [`${repeat('[', 400)}a${repeat('](x)', 400)}\n`, ''],
  'indented.md': [Array.from({ length: 400 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'), ''],
  'unclosed.md': ['# T\n\n```json\n{"a": 1\n', ''],
  'comment.md': ['<!-- docs-lint-disable\n# x\n', ''],
  'laughs.md': [frontMatter(['a0: &a0 [x,x,x,x]', ...aliases].join('\n')), ''],
  'self.md': [frontMatter('a: &a [*a]'), ''],
  'merge.md': [frontMatter('a: &a\n  __proto__: {polluted: yes}\nb:\n  <<: *a'), ''],
  'deep.md': [
    frontMatter(`a: ${repeat('[ ', 400)}${repeat(' ]', 400)}`),
    'invalid-front-matter: the YAML is nested deeper than 64 levels',
  ],
  'long-head.md': [
    frontMatter(repeat('key: value\n', 7000)),
    'too-complex: the front matter is longer than 65536 characters, so it was not parsed',
  ],
  'code.md': ['---js\n{ a: process.exit(7) }\n---\n# T\n', ''],
  'names/new\nline.md': ['# T\n', ''],
  'names/::error file=x::.md': ['# T\n', ''],
  'names/-rf.md': ['# T\n', ''],
  'names/[br]{a,b}*?!.md': ['# T\n', ''],
  'names/back\\slash.md': ['# T\n', ''],
  'names/...md': ['# T\n', ''],
  'names/...': ['# T\n', ''],
  'names/__proto__.md': ['# T\n', ''],
  'names/constructor.md': ['# T\n', ''],
}

test('each odd file is said once or not at all, and the run goes on', async () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype)
  for (const [path, [content]] of Object.entries(files)) write(path, content)
  const expected = Object.entries(files).flatMap(([path, [, finding]]) => (finding ? [`${path}: ${finding}`] : []))
  expect(await said()).toEqual(expected.sort())
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype)
})

test.skipIf(process.platform === 'win32')('links and pipes are looked at, never followed out', async () => {
  for (const path of Object.keys(files)) rmSync(join(root, path))
  const links = {
    'alias.md': 'good.md',
    'dangling.md': 'nowhere.md',
    'device.md': '/dev/zero',
    'folder-loop': '.',
    inside: 'docs',
    'loop.md': 'loop.md',
    'outside.md': '../secret.md',
    'outside-folder': '../project-sibling',
  }
  // Found below two links as well, and said once.
  write('docs/page.md', `${repeat('> ', 60)}x\n`)
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path))
  execFileSync('mkfifo', [join(root, 'pipe.md')])
  const out = 'unreadable-file: the file is a link that leads out of the project'
  expect(await said()).toEqual([
    'dangling.md: unreadable-file: the file is a link that leads nowhere',
    `device.md: ${out}`,
    'docs/page.md: too-complex: a line opens more than 50 lists and quotes, so it was not parsed',
    'loop.md: unreadable-file: the file is a link that leads to itself',
    `outside.md: ${out}`,
    'pipe.md: unreadable-file: not a regular file',
  ])
  const reader = openDisk(root, makeConfig({}))
  expect(reader.targets).not.toContain('alias.md')
  expect(reader.repeats?.get('inside/page.md')).toBe('docs/page.md')
  expect(reader.tree.has('inside/page.md')).toBe(true)
  expect(reader.tree.has('dangling.md')).toBe(false)
  const never = ['outside-folder/page.md', 'outside.md', '.git/config', '../secret.md', 'docs/../../secret.md', 'a\0b']
  for (const path of never) expect(reader.read(path), path).toHaveProperty('problem')
})
