import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { inProject, replay } from './console.ts'

/**
 * Transcripts are tests: in `test/cli/*.md` and in the guides, every `console` fence is run in a folder that holds the
 * files of its section (`` `name.md`: `` above a fence), or the bundled example where a section names none.
 * UPDATE=1 writes what the commands print now.
 */
const pages = [
  ...readdirSync('test/cli').map((it) => `test/cli/${it}`),
  ...readdirSync('docs').map((it) => `docs/${it}`),
  'README.md',
].filter((it) => it.endsWith('.md'))

interface Section {
  title: string
  files: Map<string, string>
  transcripts: { start: number; end: number; text: string }[]
}

function readSections(page: string): Section[] {
  const text = readFileSync(page, 'utf8')
  const sections: Section[] = []
  const parts = /^## (.+)$|^(?:`([^`\n]+)`:\n\n)?(`{3,})(\S*)\n([\s\S]*?)^\3$/gm
  let section: Section = { title: page, files: new Map(), transcripts: [] }
  sections.push(section)
  for (const { 1: title, 2: name, 3: fence = '', 4: language = '', 5: body = '', 0: whole, index } of text.matchAll(
    parts,
  )) {
    if (title !== undefined) {
      section = { title, files: new Map(), transcripts: [] }
      sections.push(section)
    } else if (name !== undefined) section.files.set(name, body)
    else if (language === 'console') {
      const start = index + whole.indexOf('\n') + 1
      section.transcripts.push({ start, end: index + whole.length - fence.length, text: body })
    }
  }
  return sections.filter(({ transcripts }) => transcripts.length > 0)
}

/** Some guides show no command. */
const shown = pages.filter((it) => readSections(it).length > 0)

describe.each(shown)('%s', (page) => {
  const updates: { start: number; end: number; text: string }[] = []
  test.each(readSections(page))('$title', async ({ files, transcripts }) => {
    await inProject(files, async (folder) => {
      for (const { start, end, text } of transcripts) {
        const now = await replay(text, folder)
        if (process.env.UPDATE) updates.push({ start, end, text: now })
        else expect(now).toBe(text)
      }
    })
  })
  afterAll(() => {
    if (updates.length === 0) return
    let text = readFileSync(page, 'utf8')
    for (const it of updates.toSorted((a, b) => b.start - a.start))
      text = text.slice(0, it.start) + it.text + text.slice(it.end)
    writeFileSync(page, text)
  })
})
