import { items, member, members, text as textOf } from '../../../parse/json.ts'
import { codeBehind } from '../../../parse/open-fence.ts'
import type { FrontMatter, JsonMember } from '../../../types.ts'
import type { CodeBlock } from './code.ts'
import { lineStarts } from './line-starts.ts'
import { shownBlock } from './shown.ts'

/** Samples that a template takes from the front matter of a page. */
export function frontMatterCode(text: string, frontMatter: FrontMatter | undefined): CodeBlock[] {
  const found = members(frontMatter?.data)
  return [...inLists(text, found), ...found.flatMap((it) => inFences(text, it))]
}

/** `right_code_blocks: [{ title: Response, language: json, code_block: … }]`: a list of them. */
function inLists(text: string, found: readonly JsonMember[]): CodeBlock[] {
  const lists = found.filter(({ key }) => /(?:^|_)(?:code_blocks|codes|samples|examples)$/.test(key))
  return lists
    .flatMap(({ value }) => items(value))
    .flatMap((it) => {
      const code = member(it, 'code_block') ?? member(it, 'code')
      const language = textOf(member(it, 'language'))
      const value = textOf(code)
      // A string of one line may have escapes, and is no block.
      if (!code || language === undefined || !value?.includes('\n') || !/^[|>]/.test(text.slice(...code.range)))
        return []
      const starts = lineStarts(value, text, code.range, true)
      return [shownBlock({ value, starts }, { language: language.toLowerCase(), range: code.range, section: 0 })]
    })
}

/** `right_code: |` and fences below it: Markdown, of which the samples are read. */
function inFences(text: string, { key, value: { range }, value }: JsonMember): CodeBlock[] {
  const written = key.endsWith('_code') ? textOf(value) : undefined
  if (!written?.includes('\n') || !text.startsWith('|', range[0])) return []
  const starts = lineStarts(written, text, range, true)
  const lines = written.split('\n')
  const found: CodeBlock[] = []
  let [open, first] = ['', 0]
  for (const [at, line] of lines.entries()) {
    const before = open
    open = codeBehind(before, line.trimEnd())
    if (before === '') first = at + 1
    else if (open === '') {
      const own = starts.slice(first, at)
      const from = own[0] ?? { value: 0, text: range[0] }
      const shown = {
        value: lines.slice(first, at).join('\n'),
        starts: own.map((it) => ({ value: it.value - from.value, text: it.text })),
      }
      const language = /\w+/.exec(lines[first - 1] ?? '')?.[0].toLowerCase() ?? ''
      found.push(shownBlock(shown, { language, range: [from.text, range[1]], section: 0 }))
    }
  }
  return found
}
