import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { makeConfig } from '../../src/config/index.ts'
import { openDisk } from '../../src/io/disk.ts'
import { lint } from '../../src/lint.ts'
import { load } from '../../src/load/index.ts'

const root = mkdtempSync(join(tmpdir(), 'docs-lint-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

async function said(): Promise<string[]> {
  const config = makeConfig({})
  const { diagnostics } = lint(await load(openDisk(join(root, 'pots/docs'), config), config), rules, config)
  return diagnostics.map(({ path, rule, message }) => `${path}: ${rule}: ${message}`)
}

test.skipIf(process.platform === 'win32')(
  'what lies elsewhere in the repository of a folder is left alone',
  async () => {
    write('pots/README.md', '# Pots\n')
    write('secret.md', 'A secret outside the repository.\n')
    write('pots/docs/conf.py', "extensions = ['myst_parser']\n")
    write('pots/docs/kilns/lid.md', '# Lid\n\n[gone](../jar.md)\n')
    const including = (path: string) => `\`\`\`{include} ${path}\n\`\`\`\n\n`
    write(
      'pots/docs/pot.md',
      `# Pot\n\n${including('../README.md')}${including('../../secret.md')}[all](../README.md) [lid](../lid.md)\n`,
    )
    symlinkSync('../README.md', join(root, 'pots/docs/start.md'))
    symlinkSync('../../secret.md', join(root, 'pots/docs/secret.md'))
    const always = [
      'kilns/lid.md: broken-link: "jar.md" does not exist',
      'pot.md: include-outside-root: included file "../../secret.md" is outside the project',
      'pot.md: broken-link: "/lid.md" does not exist',
      'secret.md: unreadable-file: the file is a link that leads out of the project',
    ]
    const alone = [
      'pot.md: broken-link: "/README.md" does not exist',
      'pot.md: include-outside-root: included file "../README.md" is outside the project',
      'start.md: unreadable-file: the file is a link that leads out of the project',
    ]
    expect(await said()).toEqual(expect.arrayContaining([...always, ...alone]))
    mkdirSync(join(root, 'pots/.git'))
    expect(await said()).toEqual(always)
  },
)
