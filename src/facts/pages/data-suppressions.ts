import { items, member, text as textValue } from '../../parse/json.ts'
import { endOfLine } from '../../text.ts'
import type { FrontMatter, Range, Suppression } from '../../types.ts'
import { suppress } from './suppressed.ts'

const comment = /#[ \t]*docs-lint-(disable|enable)(-next-line|-line|-file)?(?![\w-])([^\n#]*)/g

/** `# docs-lint-disable… rule -- reason` in YAML. `next-line` covers the next entry with everything below it. */
export function yamlSuppressions(text: string): Suppression[] {
  if (!text.includes('docs-lint-')) return []
  const found: Suppression[] = []
  for (const match of text.matchAll(comment)) {
    const [whole, verb, form = '', rest = ''] = match
    const range: Range = [match.index, match.index + whole.trimEnd().length]
    const [list = '', ...reason] = rest.split(/(?:^|\s)--\s/)
    const said = { verb, form, list, reason: reason.join(' -- ').trim() || undefined, range }
    suppress(found, text, said, () => nextEntry(text, endOfLine(text, range[1]) + 1))
  }
  return found
}

/** `docs-lint: { disable: [rule] }` in front matter is for the whole page. */
export function frontMatterSuppressions(frontMatter: FrontMatter | undefined, length: number): Suppression[] {
  const list = member(member(frontMatter?.data, 'docs-lint'), 'disable')
  const named = list?.kind === 'string' ? [list] : items(list)
  return named.flatMap((it) => {
    const id = textValue(it)
    return id === undefined ? [] : { range: it.range, rules: [id], covers: [0, length] as Range }
  })
}

/** The line at an offset and the lines below it that are indented deeper. */
function nextEntry(text: string, start: number): Range {
  const depth = indent(text, start)
  let end = endOfLine(text, start)
  while (end < text.length) {
    const next = endOfLine(text, end + 1)
    const blank = text.slice(end + 1, next).trim() === ''
    if (!blank && indent(text, end + 1) <= depth) break
    end = next
  }
  return [start, end]
}

function indent(text: string, start: number): number {
  let at = start
  while (text[at] === ' ') at++
  return at - start
}
