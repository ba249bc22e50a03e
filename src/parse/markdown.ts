import type { Root } from 'mdast'
import { type Plugin, unified } from 'unified'
import type { Dialect } from '../types.ts'

/** Text → mdast. Offsets in the tree are offsets into the text that was given. */
export type ParseMarkdown = (text: string) => Root

/**
 * Loads a parser. `remark` is the reference: slow to load and to run, so nobody pays for it who did not ask.
 * Where the native parser has no binary for the platform, the reference takes its place.
 */
export async function loadParser(parser: Dialect['parser']): Promise<ParseMarkdown> {
  const processor = parser === 'satteri' ? ((await native()) ?? (await reference())) : await reference()
  return (text) => processor.parse(prepare(text))
}

async function native() {
  try {
    const { markdownToMdast } = await import('satteri')
    const parse: Plugin<[], string, Root> = function () {
      this.parser = (document) => markdownToMdast(document, { features: { frontmatter: false } }) as Root
    }
    return unified().use(parse).freeze()
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

/** Both parsers drop a byte order mark and shift every offset; they disagree on NUL. Same length in, same length out. */
function prepare(text: string): string {
  const whole = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole
}
