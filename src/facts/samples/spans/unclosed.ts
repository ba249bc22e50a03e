import { rangeOf } from '../../../parse/points.ts'
import type { Problem, Range } from '../../../types.ts'
import { quotation, textsIn } from '../../schemas/tables/unclosed-code.ts'
import type { Located, Syntax } from '../../syntax.ts'

/** At one side of what code holds: neither the character itself, nor an apostrophe. */
const mark = /(?<=^|[\s(,;:"*/[–—-])`(?!s\b)(?=[\w<{"./$[(@*:=-])|(?<=[\w>})"\].!?/'*%+=-])`(?=$|[\s),;.:*\]?!/-])/

/** Paragraphs and headings that begin code and do not end it, or the reverse: readers see the mark. */
export function unclosedSpans(syntax: Syntax): Problem[] {
  const { text } = syntax
  const odd = [...oddOnes(syntax.all('heading'), text), ...oddOnes(syntax.all('paragraph'), text)]
  return odd.flatMap((it) => markIn(it, text))
}

/** Those with an odd number of marks, or with several in a row: few are looked into. Each mark is met once. */
function oddOnes(blocks: readonly Located[], text: string): Located[] {
  let next = text.indexOf('`')
  return blocks.filter(({ range }) => {
    if (next >= 0 && next < range[0]) next = text.indexOf('`', range[0])
    let isOdd = false
    let isRun = false
    for (; next >= 0 && next < range[1]; next = text.indexOf('`', next + 1)) {
      isOdd = !isOdd
      isRun ||= text.charAt(next + 1) === '`'
    }
    return isOdd || isRun
  })
}

function markIn({ node, range }: Located, text: string): Problem[] {
  const source = text.slice(...range)
  if (source.includes('\\`')) return []
  // What stands twice may belong together in another way.
  if (source.includes('``')) return textsIn(node).flatMap((it) => unequal(rangeOf(it) ?? range, text))
  return textsIn(node).flatMap((it): Problem | Problem[] => {
    const [start, end] = rangeOf(it) ?? range
    const at = mark.exec(text.slice(start, end))?.index
    if (at === undefined) return []
    const found: Range = [start + at, start + at + 1]
    if (quotation.test(text.slice(found[0], range[1]))) return []
    if (isInScript(text.slice(range[0], found[0]))) return []
    return {
      kind: 'code',
      range: found,
      message: 'this "`" has no other one: readers see the mark, and no code',
      help: 'write the other one, or delete it',
    }
  })
}

/** A word between marks that Markdown does not take for a pair. */
const unlike = /(?<![\w`])(`+)(?=[^\s`])[^`\n]{0,200}[^\s`](?=(`+)(?!\w))(?!\1(?!`))/

/** `` ```PATCH`` ``: readers see the marks, and no code. */
function unequal([start, end]: Range, text: string): Problem[] {
  const [found = '', first = '', second = ''] = unlike.exec(text.slice(start, end)) ?? []
  if (found === '') return []
  const at = start + text.slice(start, end).indexOf(found)
  const range: Range = [at, at + found.length + second.length]
  const message = `"${first}" begins it and "${second}" ends it: readers see the marks, and no code`
  return [{ kind: 'code', range, message, help: 'write as many at both ends' }]
}

/** `code={pots.map(() => `: what is in braces that are still open is the script of a component. */
function isInScript(before: string): boolean {
  const open = before.lastIndexOf('{')
  return open >= 0 && !/[`}]/.test(before.slice(open))
}
