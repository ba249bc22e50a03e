import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { makeConfig } from '../src/config/index.ts'
import type { UserConfig } from '../src/config/user.ts'
import { lint, type Rules } from '../src/lint.ts'
import { load } from '../src/load/index.ts'
import { memory } from '../src/load/memory.ts'
import type { Reader } from '../src/load/reader.ts'
import { Lines } from '../src/text.ts'
import { readExamples } from './examples.ts'

type Files = Map<string, string | Uint8Array>

/** One project with something to say for nearly every rule: the example of every rule page in a folder of its own. */
const files: Files = new Map(
  ['docs/rules', 'test/rules'].filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .flatMap((name) =>
        readExamples(`${folder}/${name}`).flatMap((example, i) =>
          [...example.files].map(
            ([path, text]) => [`${folder.replaceAll('/', '-')}-${name.replace('.md', '')}-${i}/${path}`, text] as const,
          ),
        ),
      ),
  ),
)

async function diagnose(
  project: Files,
  change: (reader: Reader) => Reader = (it) => it,
  chosen: Rules = rules,
  user: UserConfig = {},
) {
  const config = makeConfig(user)
  const result = lint(await load(change(memory(project, config)), config), chosen, config)
  expect(result.crashes).toEqual([])
  return result.diagnostics
}

/** Findings as a reader sees them: line ends and a mark move offsets, and nothing else. */
async function lines(project: Files, user: UserConfig = {}): Promise<string[]> {
  const found = await diagnose(project, undefined, rules, user)
  const texts = new Map<string, Lines>()
  const place = (path: string, offset: number) => {
    const text = project.get(path)
    const known = texts.get(path) ?? new Lines(typeof text === 'string' ? text : '')
    texts.set(path, known)
    const { line, column } = known.at(offset)
    return `${path}:${line}:${column}`
  }
  return found
    .map(({ path, at, rule, severity, message }) => `${place(path, at[0])} ${severity} ${rule} ${message}`)
    .sort()
}

const reversed = (reader: Reader): Reader => ({ ...reader, targets: reader.targets.toReversed() })
const texts = (change: (text: string) => string): Files =>
  new Map(
    [...files].map(([path, text]) => [
      path,
      typeof text === 'string' && /\.(?:md|mdx|markdown)$/.test(path) ? change(text) : text,
    ]),
  )

describe('the same pages always make the same report', () => {
  test('twice, with the files in any order, with the rules in any order', async () => {
    const once = await diagnose(files)
    expect(once.length).toBeGreaterThan(50)
    expect(await diagnose(files)).toEqual(once)
    expect(await diagnose(files, reversed)).toEqual(once)
    expect(await diagnose(new Map([...files].reverse()))).toEqual(once)
    expect(await diagnose(files, undefined, new Map([...rules].reverse()))).toEqual(once)
  })

  test('with either parser', async () => {
    expect(await lines(files, { parser: 'remark' })).toEqual(await lines(files))
  })

  test('with CRLF', async () => {
    expect(await lines(texts((text) => text.replaceAll(/\r?\n/g, '\r\n')))).toEqual(await lines(files))
  })

  test('behind a byte order mark', async () => {
    // Front matter behind a mark is a finding of its own: some generators stumble over it.
    const marked = texts((text) => (text.startsWith('---') ? text : `\ufeff${text}`))
    expect(await lines(marked)).toEqual(await lines(files))
  })
})
