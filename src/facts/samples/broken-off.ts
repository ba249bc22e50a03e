import type { HttpFault, Range } from '../../types.ts'
import type { CodeBlock } from './code.ts'

/** Languages whose blocks may be pasted into a shell. */
const shells =
  /^(?:|sh|bash|zsh|shell|console|terminal|shell-session|shellsession|session|curl|https?|te?xt|plain|plaintext)$/

/** Commands whose options go on below a line that lacks its backslash: a shell runs the first part, and stumbles over the rest. */
export function brokenOff(block: CodeBlock): HttpFault[] {
  if (!shells.test(block.language)) return []
  return [...forgotten(block), ...misplaced(block)].sort((a, b) => a.range[0] - b.range[0])
}

function forgotten(block: CodeBlock): HttpFault[] {
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

/** A backslash and blanks behind it, before an option or a URL: on the same line, or on the next one. */
const astray =
  /\\([ \t]{1,20})(\n?)(?=[ \t]{0,40}(?:-[A-Za-z](?=[\s'"]|$)|--[a-z][a-z-]{1,30}(?=[\s=]|$)|['"]?https?:))/g

/** A backslash joins lines only as the last character of one: before a blank, it makes the blank a part of the next word. */
function misplaced(block: CodeBlock): HttpFault[] {
  if (!/\\[ \t]/.test(block.value)) return []
  return block.calls().flatMap(({ command: { start, end } }): HttpFault[] => {
    const source = block.value.slice(start, end)
    const first = firstOutsideQuotes(source)
    if (!first) return []
    const [, gap = '', feed] = first
    const at = block.offset(start + first.index)
    if (feed === '')
      return [
        {
          range: [at, at + 1],
          message: 'this backslash joins no lines: it makes the blank a part of the next word',
          help: 'begin a new line behind it, or delete it',
        },
      ]
    const range: Range = [at, at + 1 + gap.length]
    return [
      {
        range,
        message: 'a blank stands behind the backslash, so the command ends here',
        help: 'delete the blank',
        fix: { safety: 'safe', edits: [{ range: [at + 1, at + 1 + gap.length], text: '' }] },
      },
    ]
  })
}

function firstOutsideQuotes(source: string): RegExpExecArray | undefined {
  let quotes = 0
  let from = 0
  for (const match of source.matchAll(astray)) {
    quotes += source.slice(from, match.index).split("'").length - 1
    from = match.index
    if (quotes % 2 === 0) return match
  }
  return undefined
}

/** The end of a line and the blanks before it, which would take the place of what the backslash is for. */
function lineEnd({ value, offset }: CodeBlock, at: number): Range {
  let from = at
  while (value[from - 1] === ' ' || value[from - 1] === '\t') from--
  const last = offset(from - 1) + 1
  return [last, last + at - from]
}
