import type { HttpFault, Range } from '../../types.ts'
import type { CodeBlock } from './code.ts'

/** Languages whose blocks may be pasted into a shell. */
const shells =
  /^(?:|sh|bash|zsh|shell|console|terminal|shell-session|shellsession|session|curl|https?|te?xt|plain|plaintext)$/

/** Commands whose options go on below a line that lacks its backslash: a shell runs the first part, and stumbles over the rest. */
export function brokenOff(block: CodeBlock): HttpFault[] {
  if (!shells.test(block.language)) return []
  return block.calls().flatMap(({ command: { breaks } }): HttpFault[] => {
    const [first] = breaks
    if (first === undefined) return []
    const option = /\S+/.exec(block.value.slice(first, first + 200))
    if (!option) return []
    const start = first + option.index
    const range: Range = [block.offset(start), block.offset(start + option[0].length - 1) + 1]
    const more = breaks.length === 1 ? '' : ` (${breaks.length} lines)`
    return [
      {
        range,
        message: `the command ends before "${option[0]}"${more}`,
        help: 'end the line above with "\\"',
        fix: { safety: 'safe', edits: breaks.map((at) => ({ range: lineEnd(block, at), text: ' \\' })) },
      },
    ]
  })
}

/** The end of a line and the blanks before it, which would take the place of what the backslash is for. */
function lineEnd({ value, offset }: CodeBlock, at: number): Range {
  let from = at
  while (value[from - 1] === ' ' || value[from - 1] === '\t') from--
  const last = offset(from - 1) + 1
  return [last, last + at - from]
}
