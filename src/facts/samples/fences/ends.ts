import { textBefore } from '../../../text.ts'
import type { Fence } from '../../../types.ts'
import { commonMethods } from '../../methods.ts'
import type { CodeBlock } from '../blocks/code.ts'

/** A request line right below the marks that close a block, and nothing but code between it and the next marks. */
const requestBelow = new RegExp(
  `^[ \\t\\r]*\\n {0,3}(?:${commonMethods}) +/[^\\s\`]*[ \\t\\r]*\\n(?:[ \\t]+[?&{"][^\\n]*\\n){0,20}$`,
)

/** The last member of an object, behind one of several lines. */
const lastMember = /\n {0,8}[\]}],[ \t\r]*\n {0,8}"[\w-]{1,40}"[ \t]*:[ \t]*["\w][^\n]*[^\s,][ \t\r]*\n$/

/**
 * `}` right above the marks, at the margin, where a text would stand: nothing that these marks open has begun. So it is with a call that
 * stands right below the block above, where what the marks open hides more than code. Where other marks stand above, behind the last
 * block, another renderer may have begun one there.
 */
export function endsCode(text: string, before: CodeBlock | undefined, start: number, isOpen: boolean): Fence['ends'] {
  const behind = before?.range[1] ?? 0
  if (isOpen && before && start - behind < 2000 && requestBelow.test(text.slice(behind, start))) return {}
  const above = textBefore(text, start, 100)
  const [line = ''] = /[^\n]*\n$/.exec(above.slice(-20)) ?? []
  const isEnd = /^ {0,3}(?:\}[)\];,]{0,3}|\]\}?|\)\)?;)[ \t\r]*\n$/.test(line) || lastMember.test(above)
  if (!isEnd || /^[ \t>]*(?:```|~~~)/m.test(text.slice(behind, start))) return undefined
  return isEmpty(before) && /^[ \t\r]*\n(?!\r?\n)/.test(text.slice(behind, start)) ? { empty: before.range } : {}
}

/** Two pairs of marks with nothing between them: one was meant. */
function isEmpty(block: CodeBlock | undefined): block is CodeBlock {
  return block !== undefined && block.language === '' && block.value.trim() === ''
}
