import { items, member, text as textValue } from '../../parse/json.ts'
import type { FrontMatter, Range, Suppression } from '../../types.ts'

const comment = /#[ \t]*docs-lint-(disable|enable)(-next-line|-line|-file)?(?![\w-])([^\n#]*)/g

/** `# docs-lint-disable… rule -- reason` in YAML. `next-line` covers the next entry with everything below it. */
export function yamlSuppressions(text: string): Suppression[] {
  if (!text.includes('docs-lint-')) return []
  const found: Suppression[] = []
  for (const match of text.matchAll(comment)) {
    const [whole, verb, form = '', rest = ''] = match
    const range: Range = [match.index, match.index + whole.trimEnd().length]
    const [list = '', ...reason] = rest.split(/(?:^|\s)--\s/)
    const rules = list.split(/[\s,]+/).filter(Boolean)
    if (verb === 'enable') {
      for (const it of found) {
        const same = rules.length === 0 || rules.join() === it.rules.join()
        if (same && it.covers[1] === text.length) it.covers = [it.covers[0], range[0]]
      }
    } else
      found.push({ range, rules, covers: covered(text, range, form), reason: reason.join(' -- ').trim() || undefined })
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

function covered(text: string, [start, end]: Range, form: string): Range {
  if (form === '-file') return [0, text.length]
  if (form === '-line') return [text.lastIndexOf('\n', start - 1) + 1, lineEnd(text, start)]
  if (form === '-next-line') return nextEntry(text, lineEnd(text, end) + 1)
  return [end, text.length]
}

/** The line at an offset and the lines below it that are indented deeper. */
function nextEntry(text: string, start: number): Range {
  const depth = indent(text, start)
  let end = lineEnd(text, start)
  while (end < text.length) {
    const next = lineEnd(text, end + 1)
    const blank = text.slice(end + 1, next).trim() === ''
    if (!blank && indent(text, end + 1) <= depth) break
    end = next
  }
  return [start, end]
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

function indent(text: string, start: number): number {
  let at = start
  while (text[at] === ' ') at++
  return at - start
}
