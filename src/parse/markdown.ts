import type { Root } from 'mdast'
import { type Plugin, unified } from 'unified'
import type { Dialect } from '../types.ts'
import { withWholeCells } from './cells.ts'
import { pointsOf } from './points.ts'
import { joinTexts } from './texts.ts'

/** Text → mdast. Offsets in the tree are offsets into the text that was given. */
export type ParseMarkdown = (text: string) => Root

/**
 * Loads a parser. `remark` is the reference: slow to load and to run, so nobody pays for it who did not ask.
 * Where the native parser has no binary for the platform, the reference takes its place.
 */
export async function loadParser(parser: Dialect['parser']): Promise<ParseMarkdown> {
  const processor = parser === 'satteri' ? ((await native()) ?? (await reference())) : await reference()
  return (text) => {
    const clean = withoutNul(text)
    return clean.charCodeAt(0) === 0xfeff ? shifted(processor.parse(clean.slice(1))) : processor.parse(clean)
  }
}

async function native() {
  try {
    const { markdownToMdast } = await import('satteri')
    const parse = withWholeCells((text) => markdownToMdast(text, { features: { frontmatter: false } }) as Root)
    const satteri: Plugin<[], string, Root> = function () {
      this.parser = (document) => joinTexts(parse(document), document)
    }
    return unified().use(satteri).freeze()
  } catch {
    return undefined
  }
}

async function reference() {
  const [{ default: remarkParse }, { default: remarkGfm }] = await Promise.all([
    import('remark-parse'),
    import('remark-gfm'),
  ])
  return unified().use(remarkParse).use(remarkGfm).freeze()
}

/** Both parsers disagree on NUL. Same length in, same length out. */
function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text
}

/** Both parsers drop a byte order mark and count from behind it; ours count from the file's real start. */
function shifted(root: Root): Root {
  for (const point of pointsOf(root)) {
    if (point.offset !== undefined) point.offset++
    if (point.line === 1) point.column++
  }
  return root
}
