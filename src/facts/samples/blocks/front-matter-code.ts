import { items, member, members, text as textOf } from '../../../parse/json.ts'
import type { FrontMatter } from '../../../types.ts'
import type { CodeBlock } from './code.ts'
import { lineStarts } from './line-starts.ts'
import { shownBlock } from './shown.ts'

/** `right_code_blocks: [{ title: Response, language: json, code_block: … }]`: templates that have a page's samples in its front matter. */
export function frontMatterCode(text: string, frontMatter: FrontMatter | undefined): CodeBlock[] {
  const lists = members(frontMatter?.data).filter(({ key }) =>
    /(?:^|_)(?:code_blocks|codes|samples|examples)$/.test(key),
  )
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
