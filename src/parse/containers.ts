import { codeBehind } from './open-fence.ts'

/** `!!! note "Mind"`, `??? example`, `???example`, `???+ tip`, `=== "Shell"`: what opens an indented block of Markdown in Python-Markdown. */
const head =
  /^([ \t]{0,40})(!!!|\?\?\?\+?|===[!+]?(?= )) ?(?:"[^"\n]{0,200}"|[a-z][\w -]{0,80}(?:[ \t]+(?:inline(?: end)?[ \t]+)?"[^"\n]{0,200}")?)[ \t]*\r?$/
/** The marks are rarer than the lines that one of them could open. */
const quick = /(?:!!!|\?\?\?|===)(?<=^[ \t]*(?:!!!|\?\?\?|===))[!+]? ?["a-z]/m

/**
 * Admonitions, details and tabs of Python-Markdown hold Markdown, where CommonMark sees indented code. A bullet in place of their mark, as
 * long as the mark is, makes the block the bullet's, and offsets hold. Most pages have none, which one scan tells.
 */
export function openContainers(text: string): string {
  if (!quick.test(text)) return text
  const lines = text.split('\n')
  let open = ''
  return lines
    .map((line, at) => {
      const isInCode = open !== ''
      open = codeBehind(open, line.trimEnd())
      if (isInCode) return line
      const [, margin = '', mark = ''] = head.exec(line) ?? []
      return mark !== '' && holdsBlock(lines, at, width(margin)) ? bullet(line, margin.length, mark.length) : line
    })
    .join('\n')
}

/** The next line that holds something, one empty line between the two at most, is indented by four more. */
function holdsBlock(lines: readonly string[], at: number, margin: number): boolean {
  const next = [lines[at + 1], lines[at + 2]].find((it) => it !== undefined && it.trim() !== '')
  return next !== undefined && width(/^[ \t]*/.exec(next)?.[0] ?? '') >= margin + 4
}

function width(margin: string): number {
  return margin.replaceAll('\t', '    ').length
}

/** What a bullet holds begins four columns behind it, whatever was written there. */
function bullet(line: string, margin: number, mark: number): string {
  const start = margin + 4
  return `${line.slice(0, margin)}+   ${':'.repeat(Math.max(0, margin + mark + 1 - start))}${line.slice(Math.max(start, margin + mark + 1))}`
}
