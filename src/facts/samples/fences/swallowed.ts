import { placeOf } from '../../../parse/places.ts'
import { looksLikeJson } from '../../../parse/sample.ts'
import type { Fence, Range } from '../../../types.ts'
import { commonMethods } from '../../methods.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { isMarkdown } from '../languages.ts'
import { isClosed } from './closed.ts'
import { openingOf } from './opening.ts'

/** Languages in which no line reads `# …`: what stands like a heading there is one. Elsewhere it may be a comment, the text of a template, or a line of Rust that is hidden. */
const withoutHashes = /^(?:json[5c]?|https?|xml|java|kotlin|swift|go|golang|c#|csharp|cs|response|request)$/

const request = new RegExp(`^\\s*(?:${commonMethods}) +[^\\s\`]`)

type Swallowed = Pick<Fence, 'swallows' | 'closing'>

/** The first heading, or else the first mark of another fence, inside a block, where that cannot be part of what the block shows. */
export function swallowed(text: string, block: CodeBlock, next: CodeBlock | undefined, marks: string): Swallowed {
  return (
    behindFewerMarks(text, block, marks) ??
    swallowedHeading(text, block, next, marks) ??
    swallowedWords(text, block, marks) ??
    swallowedFence(text, block, marks)
  )
}

/** The first marks in a block that nothing closes stand alone below its code, and are fewer than those that open it: they were to close it. */
function behindFewerMarks(text: string, block: CodeBlock, marks: string): Swallowed | undefined {
  const { value, language, range } = block
  if (marks.length < 4 || isMarkdown(language) || isClosed(text, range, marks)) return undefined
  const [above, fewer = ''] = /^[ \t]*\S[\s\S]*?\n {0,3}(`{3,}|~{3,})(?=[ \t]*\n)/.exec(value) ?? []
  if (above === undefined || fewer.length >= marks.length || !marks.startsWith(fewer)) return undefined
  if (/^[ \t]*(?:`{3}|~{3})/m.test(above.slice(0, -fewer.length).trimEnd())) return undefined
  const heading = behindBlank.exec(value.slice(above.length))
  if (!heading) return undefined
  const end = block.offset(above.length - 1) + 1
  const closing = { at: end, text: marks.slice(fewer.length), fewer: [end - fewer.length, end] satisfies Range }
  return { ...headingAt(block, above.length + heading.index, heading), closing }
}

function headingAt(block: CodeBlock, index: number, [line, title = '']: RegExpExecArray): Pick<Fence, 'swallows'> {
  const start = index + line.length - title.length
  const range = placeOf([index + line.lastIndexOf('\n') + 1, start + title.trimEnd().length], block.offset)
  return { swallows: { title: title.trim(), range } }
}

function swallowedHeading(
  text: string,
  block: CodeBlock,
  next: CodeBlock | undefined,
  marks: string,
): Swallowed | undefined {
  const { value, language } = block
  const stray = strayAbove(value, language, marks)
  const heading = stray ?? (value.includes('\n#') ? (behindBlank.exec(value) ?? behindBrace(block)) : null)
  if (!heading) return undefined
  const rest = value.slice(heading.index + heading[0].length)
  // "###" parts the requests of a file of requests.
  if (request.test(rest)) return undefined
  const doubtful = !withoutHashes.test(language) && !(language === '' && request.test(value))
  // Nobody shows fences in JSON, however long its own marks are.
  const least = doubtful ? leastMarks(text, block, marks) : marks.slice(0, 3)
  const isOpen = !mayShowMarks(language, value.slice(0, heading.index)) && opensAnother(rest, least)
  if (!isOpen && (doubtful || isInOrder(text, block, next, marks))) return undefined
  if (doubtful && isMarkdown(language)) return undefined
  if (isInString(value.slice(0, heading.index), language)) return undefined
  const found = headingAt(block, heading.index, heading)
  if (stray && found.swallows) return { swallows: { ...found.swallows, isStray: true } }
  return { ...found, closing: closingOf(value.slice(0, heading.index), text, block, marks) }
}

/** The first heading behind an empty line of a block, and where the block was to end. */
export function headingBehind(text: string, block: CodeBlock): Swallowed | undefined {
  const heading = behindBlank.exec(block.value)
  if (!heading) return undefined
  const closing = closingOf(block.value.slice(0, heading.index), text, block, openingOf(text, block).marks)
  return { ...headingAt(block, heading.index, heading), closing }
}

/**
 * What closes a block may have been meant to open another one, which is shown as text then, and what was to close that one opens a
 * block of nothing but text: it has no language, and begins with an empty line. Where no such block follows, all marks are in order.
 */
function isInOrder(text: string, { range, value }: CodeBlock, next: CodeBlock | undefined, marks: string): boolean {
  // Marks of the other kind were to close it.
  if (/^[ \t]*(?:`{3,}|~{3,})[ \t]*$/m.test(value)) return false
  if (!isClosed(text, range, marks)) return false
  if (next?.language !== '' || !/^[ \t]*\n/.test(next.value)) return true
  // Who leaves a line empty above the code has text between the blocks, and none in them.
  const between = text.slice(range[1], next.range[0])
  return words.test(between) && (request.test(next.value) || looksLikeJson(next.value))
}

/** A title, or what begins as a sentence does. */
const words = /^\s*(?:#{1,6}[ \t]+\S|[*_]{0,2}[A-Z][a-z]+[ \t])/

/** What is to close a block at the end of its first part, unless the marks that were to do so stand behind code. */
function closingOf(part: string, text: string, block: CodeBlock, marks: string): Fence['closing'] {
  const behind = part.includes(marks) ? lineWithEnd.exec(part) : null
  if (behind?.[2] !== marks) return { at: endOf(part, text, block), text: `\n${marks}` }
  const [, { length = 0 } = ''] = behind
  const range = placeOf([behind.index + length, behind.index + length + marks.length], block.offset)
  return { at: range[0], text: '\n', behind: range }
}

/** `}` and marks, at the end of a line. */
const lineWithEnd = /^([^`~\n]*[^`~\s][ \t]*)(`{3,}|~{3,})[ \t]*$/m

/** A text may show how fences are written, unless marks behind its first lines were to close it. */
function mayShowMarks(language: string, above: string): boolean {
  return language === 'text' && !lineWithEnd.test(above)
}

/** Where the first part of a block ends, without the empty lines behind it: a fence is to be closed there. */
function endOf(part: string, text: string, block: CodeBlock): number {
  const end = part.trimEnd().length
  return end === 0 ? text.indexOf('\n', block.range[0]) : block.offset(end - 1) + 1
}

/**
 * The fewest marks with which the next block may begin. A mark that was to close another block stands alone, and nothing begins below
 * it; one too long for any other, of a language in which nobody shows blocks, is never closed.
 */
function leastMarks(text: string, { value, language, range }: CodeBlock, marks: string): string {
  const isEnd = language === '' && /^[ \t]*\n/.test(value)
  const isTooLong =
    marks.length > 3 && language !== '' && !/`{4}|~{4}/.test(text.slice(range[0] + marks.length, range[1]))
  return isEnd || isTooLong ? marks.slice(0, 3) : marks
}

/** Words, and `POST /pots` below them, behind the end of the JSON in a block that nothing closes: the page goes on there. */
function swallowedWords(text: string, block: CodeBlock, marks: string): Swallowed | undefined {
  const { value, language, range } = block
  if (language !== 'json' || isClosed(text, range, marks)) return undefined
  const end = value.search(endOfJson)
  const below = end < 0 ? '' : value.slice(end)
  const [between = '', request] = below.split(requestLine, 2)
  const title = request === undefined ? undefined : titleLine.exec(between)?.[0]
  if (title === undefined) return undefined
  const at = end + below.indexOf(title)
  const place = placeOf([at, at + title.length], block.offset)
  return { swallows: { title, range: place }, closing: closingOf(value.slice(0, end + 2), text, block, marks) }
}

const endOfJson = /(?<=\n)[}\]][ \t]*\n[ \t]*\n/
const requestLine = new RegExp(`^(?:${commonMethods}) /[^\\s"]*(?=[ \\t]*$)`, 'm')
/** A line of two words that no JSON has. */
const titleLine = /^[^{}"[\]:\n]*\p{L}{2,} \p{L}{2,}[^{}"\n]*$/mu

/** Marks with a language open a fence: only Markdown has such a line, so the block above them was never closed. */
function swallowedFence(text: string, block: CodeBlock, marks: string): Swallowed {
  const { value, language } = block
  if (!value.includes('\n```') || isMarkdown(language)) return {}
  const [, before = '', title = ''] = /^([\s\S]*?\n)(`{3,}[ \t]?[a-z]\w*)[^\n`]*\n/i.exec(value) ?? []
  if (!title.startsWith(marks) || mayShowMarks(language, before)) return {}
  const range = placeOf([before.length, before.length + title.length], block.offset)
  return { swallows: { title, range, isFence: true }, closing: closingOf(before, text, block, marks) }
}

/** A mark too many, right above a heading, opens a block without a language that the next one of the page was to open. */
function strayAbove(value: string, language: string, marks: string): RegExpExecArray | undefined {
  const heading =
    language === '' && /^\s{0,9}#/.test(value) ? /^(?:[ \t]*\n){0,3}#{1,6}[ \t]+(\S[^\n]*)(?=\n)/.exec(value) : null
  return heading && opensAnother(value.slice(heading[0].length), marks) ? heading : undefined
}

const behindBlank = /\n[ \t]*\n {0,3}#{1,6}[ \t]+(\S[^\n]*)(?=\n|$)/

/** Whoever writes `##Title` right below the end of a block means a heading, which no JSON has. */
function behindBrace({ value, language }: CodeBlock): RegExpExecArray | null {
  return language === 'json' ? /(?<=\n[}\]][ \t]{0,9})\n#{1,6}[ \t]*([A-Za-z][^\n]*)(?=\n|$)/.exec(value) : null
}

/** A string over several lines, as a program shows its help: what looks like a heading there is its text. */
function isInString(before: string, language: string): boolean {
  const quotes = /^go(?:lang)?$/.test(language) ? '`' : '"""'
  // A mark that was to close the block is no quote.
  return before.replaceAll('```', '').split(quotes).length % 2 === 0
}

/** A second opening mark, with a language: a closing one has none. A shorter one is part of what a longer one was chosen to show. */
function opensAnother(rest: string, marks: string): boolean {
  const pattern = marks.startsWith('~') ? /\n {0,3}(~{3,})[ \t]*[\w{.]/g : /\n {0,3}(`{3,})[ \t]*[\w{.:][^`\n]*(?=\n)/g
  for (const [, opening = ''] of rest.matchAll(pattern)) if (opening.length >= marks.length) return true
  return false
}
