import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import type { TextEdit } from 'vscode-languageserver-types'
import { docsLint, inProject } from '../cli/console.ts'
import { type Editor, openEditor } from './editor.ts'

// Processes start slowly on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 120_000 })

const guide = '# Guide\n\nSee [limits](limits.md#per-minute).\n'
const limits = '# Limits\n\n## Per minute\n\nHundred.\n'
const pages = new Map([
  ['guide.md', guide],
  ['limits.md', limits],
  ['README.md', '[guide](guide.md) [limits](limits.md)\n'],
])
const top = { line: 0, character: 0 }

async function inEditor(files: typeof pages, work: (editor: Editor, folder: string) => Promise<void>) {
  await inProject(files, async (folder) => {
    const editor = await openEditor(folder, '--no-cache')
    await work(editor, folder)
    expect(await editor.end()).toBe(0)
  })
}

test('shows what the command line finds, in every file of the project', async () => {
  await inProject(new Map(), async (folder) => {
    const { output } = await docsLint(['-f', 'json', '--no-cache'], folder)
    const expected = new Map<string, string[]>()
    for (const { path, rule, range } of JSON.parse(output).diagnostics) {
      const { line, column } = range.start
      expected.set(path, [...(expected.get(path) ?? []), `${line - 1}:${column - 1} ${rule}`])
    }
    expect(expected.size).toBeGreaterThan(3)
    const editor = await openEditor(folder, '--no-cache')
    for (const [path, findings] of expected) await editor.shows(path, ...findings)
    expect(await editor.end()).toBe(0)
  })
})

test('judges what is typed before it is saved, in all open files', async () => {
  await inEditor(pages, async (editor) => {
    await editor.open('guide.md', guide)
    await editor.open('limits.md', limits)
    await editor.type('limits.md', 'Each', { line: 2, character: 3 }, { line: 2, character: 6 })
    const [finding] = await editor.shows('guide.md', '2:13 broken-anchor')
    expect(finding?.message).toBe('limits.md has no anchor "#per-minute"')
    expect(finding?.codeDescription?.href).toMatch(/^file:.*docs\/rules\/broken-anchor\.md$/)
    await editor.close('limits.md')
    await editor.shows('guide.md')
  })
})

test('sees what others change on the disk', async () => {
  await inEditor(pages, async (editor, folder) => {
    await editor.open('guide.md', `${guide}[prices](prices.md)\n`)
    await editor.shows('guide.md', '3:9 broken-link')
    writeFileSync(join(folder, 'prices.md'), '# Prices\n')
    await editor.shows('guide.md')
    rmSync(join(folder, 'limits.md'))
    await editor.shows('README.md', '0:27 broken-link')
  })
})

test('offers repairs, and all safe ones at once as --fix makes them', async () => {
  const sample = '# Sample\n\n[start](guide.md#gude)\n\n```json\n{ "a": 1,\n  "b": 2, }\n```\n'
  await inEditor(new Map([...pages, ['sample.md', sample]]), async (editor, folder) => {
    await editor.open('sample.md', sample)
    await editor.shows('sample.md', '2:8 broken-anchor', '6:8 invalid-json')
    const comma = { line: 6, character: 8 }
    await vi.waitFor(async () =>
      expect(await editor.actions('sample.md', comma, comma)).toMatchObject([
        { title: 'delete ","', kind: 'quickfix', isPreferred: true },
        { title: 'excuse this block from invalid-json', kind: 'quickfix', isPreferred: false },
      ]),
    )
    const [all] = await editor.actions('sample.md', top, top, ['source.fixAll'])
    const [edit] = Object.values(all?.edit?.changes ?? {}).flat() as TextEdit[]
    await docsLint(['--fix', '--no-cache'], folder)
    expect(edit?.newText).toBe(readFileSync(join(folder, 'sample.md'), 'utf8'))
    expect(edit?.newText).not.toContain('2, }')
  })
})

test('excuses the block that a finding stands in', async () => {
  const list = `---\ntitle: [a\n---\n\n# List\n\n- one\n\n  - [two](#zwei)\n`
  await inEditor(new Map([...pages, ['list.md', list]]), async (editor) => {
    await editor.open('list.md', list)
    const [, finding] = await editor.shows('list.md', '2:0 invalid-front-matter', '8:10 broken-anchor')
    const [excuse] = await vi.waitFor(async () => {
      const { start, end } = finding?.range ?? { start: top, end: top }
      const found = await editor.actions('list.md', start, end)
      expect(found.map(({ title }) => title)).toEqual(['excuse this block from broken-anchor'])
      return found
    })
    const [edit] = Object.values(excuse?.edit?.changes ?? {}).flat() as TextEdit[]
    expect(edit).toEqual({
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } },
      newText: '<!-- docs-lint-disable-next-line broken-anchor -->\n\n',
    })
    await editor.type('list.md', edit?.newText ?? '', edit?.range.start, edit?.range.end)
    await editor.shows('list.md', '2:0 invalid-front-matter')
    expect(await editor.actions('list.md', { line: 2, character: 0 }, { line: 2, character: 1 })).toEqual([])
  })
})

test('excuses an entry of a contract', async () => {
  const contract = `openapi: 3.0.0\ninfo: { title: Shop, version: 1.0.0 }\npaths:\n  /orders:\n    $ref: '#/nowhere'\n`
  await inEditor(new Map([...pages, ['openapi.yaml', contract]]), async (editor) => {
    await editor.open('openapi.yaml', contract)
    const [finding] = await editor.shows('openapi.yaml', '4:10 invalid-schema')
    const { start, end } = finding?.range ?? { start: top, end: top }
    const [excuse] = await vi.waitFor(async () => {
      const found = await editor.actions('openapi.yaml', start, end)
      expect(found.map(({ title }) => title)).toEqual(['excuse this entry from invalid-schema'])
      return found
    })
    const [edit] = Object.values(excuse?.edit?.changes ?? {}).flat() as TextEdit[]
    expect(edit?.newText).toBe('    # docs-lint-disable-next-line invalid-schema\n')
    await editor.type('openapi.yaml', edit?.newText ?? '', edit?.range.start, edit?.range.end)
    await editor.shows('openapi.yaml')
  })
})

test('leads from a link to the heading that it means, and from an include to its file', async () => {
  const shown = '---\nincludes:\n  - limits.md\n---\n\n# All\n'
  await inEditor(new Map([...pages, ['all.md', shown]]), async (editor, folder) => {
    await editor.open('guide.md', guide)
    const uri = pathToFileURL(join(folder, 'limits.md')).href
    const heading = { start: { line: 2, character: 0 }, end: { line: 2, character: 13 } }
    expect(await editor.places('definition', 'guide.md', { line: 2, character: 20 })).toEqual([{ uri, range: heading }])
    expect(await editor.places('definition', 'guide.md', top)).toEqual([])
    await editor.open('all.md', shown)
    const file = { start: top, end: top }
    expect(await editor.places('definition', 'all.md', { line: 2, character: 8 })).toEqual([{ uri, range: file }])
  })
})

test('finds what leads to a heading or a page', async () => {
  const shown = '---\nincludes:\n  - limits.md\n---\n\n# All\n'
  await inEditor(new Map([...pages, ['all.md', shown]]), async (editor) => {
    await editor.open('limits.md', limits)
    const found = async (path: string, line: number, character: number) =>
      (await editor.places('references', path, { line, character })).map(({ uri, range }) => [
        uri.replace(/.*\//, ''),
        range.start.line,
      ])
    expect(await found('limits.md', 2, 5)).toEqual([['guide.md', 2]])
    expect(await found('guide.md', 0, 0)).toEqual([['README.md', 0]])
    expect(await found('limits.md', 4, 0)).toEqual([
      ['README.md', 0],
      ['all.md', 2],
    ])
    expect(await found('guide.md', 2, 20)).toEqual([['guide.md', 2]])
  })
})

test('takes back what it has shown when its folder is closed', async () => {
  await inEditor(new Map([...pages, ['guide.md', '[gone](gone.md)\n']]), async (editor) => {
    await editor.shows('guide.md', '0:7 broken-link')
    await editor.leave()
    await editor.shows('guide.md')
    expect(editor.told).toEqual([])
  })
})

test('says what is wrong with the configuration, once, and goes on when it is mended', async () => {
  await inEditor(new Map([...pages, ['docs-lint.config.yaml', 'rulez: {}\n']]), async (editor, folder) => {
    await vi.waitFor(() => expect(editor.told.join()).toContain('did you mean "rules"?'), { timeout: 60_000 })
    await editor.open('guide.md', '# Guide\n\n[x](#nowhere)\n')
    writeFileSync(join(folder, 'docs-lint.config.yaml'), 'rules: { broken-anchor: warning }\n')
    const [finding] = await editor.shows('guide.md', '2:4 broken-anchor')
    expect(finding?.severity).toBe(2)
    expect(editor.told).toHaveLength(1)
  })
})
