import { items, member, text as textIn } from '../../../parse/json.ts'
import { magicBlocks, shownString } from '../../../parse/magic-blocks.ts'
import type { Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import type { CodeBlock } from './code.ts'
import { shownBlock } from './shown.ts'

/** The tabs of each `[block:code]`. */
export function magicCode(syntax: Syntax): CodeBlock[] {
  if (!syntax.text.includes('[block:code]')) return []
  return magicBlocks(syntax.text)
    .filter(({ kind }) => kind === 'code')
    .flatMap(({ data, base }) =>
      items(member(data, 'codes')).flatMap((it) => {
        const code = member(it, 'code')
        if (code?.kind !== 'string') return []
        const range: Range = [base + code.range[0], base + code.range[1]]
        const language = (textIn(member(it, 'language')) ?? '').toLowerCase()
        return [shownBlock(shownString(syntax.text, range), { language, range, section: syntax.sectionAt(range[0]) })]
      }),
    )
}
