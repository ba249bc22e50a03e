import { looksLikeJson, sampleStart } from '../../parse/sample.ts'
import type { Fence, Range } from '../../types.ts'
import type { CodeBlock } from './code.ts'
import { beginsWithCommand } from './commands.ts'
import { cutOff } from './cut-off.ts'
import { isInHtmlFence } from './html-fences.ts'

/** Fenced blocks: what they say they hold, what they hold, and whether somebody forgot to close them. */
export function fences(text: string, blocks: CodeBlock[]): Fence[] {
  const fenced = blocks.filter((it) => it.fenced)
  const found = fenced.map((block, at) => fence(text, block, fenced[at + 1], blocks))
  const ends = new Set(found.flatMap(({ cutOff }) => cutOff?.[0] ?? []))
  if (ends.size === 0) return found
  // What the end of one opens is not to be told once more.
  return found.map((it) => (ends.has(it.languageRange[0] - marksAt(text, it)) ? { ...it, swallows: undefined } : it))
}

function marksAt(text: string, { range, languageRange }: Fence): number {
  return text.slice(range[0], languageRange[0]).trimStart().length
}

function fence(text: string, block: CodeBlock, next: CodeBlock | undefined, blocks: readonly CodeBlock[]): Fence {
  const { range, section } = block
  const [, indent = '', marks = '', gap = '', word = '', more = ''] =
    /^([ \t]*)(`{3,}|~{3,})([ \t]*)([^\s`]*)([ \t]*[a-z])?/i.exec(text.slice(range[0], range[0] + 200)) ?? []
  // `rust, editable`: a comma parts the language from what else is said of the block.
  const language = more === '' ? word : word.replace(/(?<=\w),$/, '')
  const start = range[0] + indent.length + marks.length + gap.length
  const languageRange: Range = [start, start + language.length]
  const cut = cutOff(text, block, marks)
  const swallows = swallowed(text, block, next, marks)
  const isCommand = block.value.trim() === '' && commandLine.test(`${word} ${block.meta}`)
  const isEnd = swallows.swallows && language === '' && isInHtmlFence(text, range[0], rangesOf(blocks))
  const again = language === '' && more === '' ? reopened(text, block, marks) : undefined
  return {
    range,
    section,
    language,
    languageRange,
    holds: contentOf(block),
    ...(isCommand && { isCommand: true as const }),
    ...(cut && { cutOff: cut }),
    ...again,
    ...(isEnd ? {} : swallows),
  }
}

/** Who shows how fences are written has another pair of marks right below, or a longer one around. */
function reopened(
  text: string,
  { value, range, offset }: CodeBlock,
  marks: string,
): Pick<Fence, 'reopened'> | undefined {
  const [, mark = ''] = /^((?:`{3,}|~{3,})[a-z]\w*)[ \t]*\n/i.exec(value) ?? []
  if (mark === '' || !mark.startsWith(marks) || mark[marks.length] === marks[0]) return undefined
  if (/^\s{0,8}(?:```|~~~)/.test(text.slice(range[1], range[1] + 20))) return undefined
  return { reopened: { mark, range: [offset(0), offset(mark.length - 1) + 1] } }
}

/** A command that began on the line of the marks, and is not shown at all. */
const commandLine = /^(?:curl|wget|http) +(?:-{1,2}[A-Za-z]|['"]?https?:)/

function rangesOf(blocks: readonly CodeBlock[]): Range[] {
  return blocks.map((it) => it.range)
}

/** A line that stands for what a file holds. */
const includes = /^[ \t]*(?:-+8<-|<<<|!INCLUDE\b|@?include\b|\{!)/m

/** What a block's content is beyond doubt. */
function contentOf({ value, messages }: CodeBlock): Fence['holds'] {
  const begin = value.slice(0, 200)
  if (value.split('\n').every((it) => /^\s*(?:\/\/|#|$)/.test(it)) || isAbridged(begin) || includes.test(begin))
    return abridgedJson.test(begin) && !template.test(begin) ? 'json' : undefined
  if (looksLikeJson(value)) return 'json'
  if (isXml(value)) return 'xml'
  const [first] = messages()
  // A line that names the status, in a language that few blocks are labelled with.
  if (first?.head.text.startsWith('Status')) return undefined
  if (first && (first.body || first.headers.length > 0 || /^\s*\S+[^\n]*HTTP/.test(value))) return 'http'
  if (first && requestLine.test(value)) return 'http'
  if (/^\s*\$ /.test(value) || beginsWithCommand(value)) return 'shell'
  return sampleStart(value) === undefined && !scalars.test(value) ? 'other' : undefined
}

const template = /\{\{|\{%|<%/
/** Whatever is left out behind it, no other language begins with a member of an object. */
const abridgedJson = /^\s*(?:\[\s*)?\{\s*"[\w@$. -]{1,60}"\s*:/

/** What only XML begins with, and what a definition of its elements does. */
const declaration = /^<(?:\?xml\s|!(?:DOCTYPE\s(?!\s*html)|(?:ELEMENT|ATTLIST|ENTITY)\s))/i

/** A declaration or an element, behind any comments. */
function isXml(value: string): boolean {
  let at = firstInk(value, 0)
  while (value.startsWith('<!--', at)) {
    const end = value.indexOf('-->', at + 4)
    if (end < 0) return false
    at = firstInk(value, end + 3)
  }
  const begin = value.slice(at, at + 100)
  return declaration.test(begin) || (/^<[A-Za-z][\w:.-]*[\s/>]/.test(begin) && /<\/|\/>/.test(value))
}

/** Where the next character stands that is no blank. */
function firstInk(value: string, from: number): number {
  const ink = /\S/g
  ink.lastIndex = from
  return ink.exec(value)?.index ?? value.length
}

/** Each line is a value of JSON: what a program prints, one after the other. */
const scalars = /^(?:[ \t]*(?:-?\d[\d.eE+-]*|"[^"\n]*"|true|false|null)[ \t]*(?:\n|$))+$/

/** Templates make anything of a block, and nobody knows what stood in place of dots; those in a string only shorten a long value. */
function isAbridged(start: string): boolean {
  if (template.test(start)) return true
  return /\.{3}|…/.test(start) && /\.{3}|…/.test(start.replace(/"[^"\n]*(?:"|$)/g, '""'))
}

/** Languages in which no line reads `# …`: what stands like a heading there is one. Elsewhere it may be a comment, the text of a template, or a line of Rust that is hidden. */
const withoutHashes = /^(?:json[5c]?|https?|xml|java|kotlin|swift|go|golang|c#|csharp|cs|response|request)$/

/** A method and a path that starts as a path does; `GET _search/all`, to which a console adds the slash. */
const requestLine = /^\s*[A-Z]+[ \t]+(?:\/|https?:\/\/|\{|\w+\/)\S*[ \t]*(?:\n|$)/
const request = /^\s*(?:GET|POST|PUT|PATCH|DELETE|HEAD) +[^\s`]/

/** The first heading inside a block, where that cannot be part of what the block shows. */
function swallowed(
  text: string,
  block: CodeBlock,
  next: CodeBlock | undefined,
  marks: string,
): Pick<Fence, 'swallows' | 'closing'> {
  const { value, language } = block
  const heading = strayAbove(value, language, marks) ?? (value.includes('\n#') ? behindBlank.exec(value) : null)
  if (!heading) return swallowedFence(text, block, marks)
  const rest = value.slice(heading.index + heading[0].length)
  // "###" parts the requests of a file of requests.
  if (request.test(rest)) return {}
  const doubtful = !withoutHashes.test(language) && !(language === '' && request.test(value))
  const isOpen = opensAnother(rest, leastMarks(text, block, marks), language)
  if (!isOpen && (doubtful || isClosed(text, block, next))) return {}
  if (doubtful && isMarkdown(language)) return {}
  if (isInString(value.slice(0, heading.index), language)) return {}
  const start = heading.index + heading[0].length - (heading[1] ?? '').length
  const line = heading[0].lastIndexOf('\n') + heading.index + 1
  const range: Range = [block.offset(line), block.offset(start + (heading[1] ?? '').trimEnd().length - 1) + 1]
  const at = endOf(value.slice(0, heading.index), text, block)
  return { swallows: { title: (heading[1] ?? '').trim(), range }, closing: { at, marks } }
}

/**
 * What closes a block may have been meant to open another one, which is shown as text then, and what was to close that one opens a
 * block of nothing but text: it has no language, and begins with an empty line. Where no such block follows, all marks are in order.
 */
function isClosed(text: string, { range, value }: CodeBlock, next: CodeBlock | undefined): boolean {
  // Marks of the other kind were to close it.
  if (/^[ \t]*(?:`{3,}|~{3,})[ \t]*$/m.test(value)) return false
  if (!/(?:```|~~~)[ \t]*$/.test(text.slice(range[0] + 3, range[1]))) return false
  return !next || next.language !== '' || !/^[ \t]*\n/.test(next.value)
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

/** Marks with a language open a fence: neither JSON nor HTTP has such a line, so the block above them was never closed. */
function swallowedFence(text: string, block: CodeBlock, marks: string): Pick<Fence, 'swallows' | 'closing'> {
  const { value, language } = block
  if (!value.includes('\n```') || !/^(?:json[5c]?|https?)$/.test(language)) return {}
  const [, before = '', title = ''] = /^([\s\S]*?\n)(`{3,}[a-z]\w*)[ \t]*\n/.exec(value) ?? []
  if (!title.startsWith(marks)) return {}
  const range: Range = [block.offset(before.length), block.offset(before.length + title.length)]
  return { swallows: { title, range, isFence: true }, closing: { at: endOf(before, text, block), marks } }
}

/** A mark too many, right above a heading, opens a block without a language that the next one of the page was to open. */
function strayAbove(value: string, language: string, marks: string): RegExpExecArray | undefined {
  const heading =
    language === '' && /^\s{0,9}#/.test(value) ? /^(?:[ \t]*\n){0,3}#{1,6}[ \t]+(\S[^\n]*)(?=\n)/.exec(value) : null
  return heading && opensAnother(value.slice(heading[0].length), marks, language) ? heading : undefined
}

const behindBlank = /\n[ \t]*\n {0,3}#{1,6}[ \t]+(\S[^\n]*)(?=\n|$)/

/** A string over several lines, as a program shows its help: what looks like a heading there is its text. */
function isInString(before: string, language: string): boolean {
  const quotes = /^go(?:lang)?$/.test(language) ? '`' : '"""'
  // A mark that was to close the block is no quote.
  return before.replaceAll('```', '').split(quotes).length % 2 === 0
}

/** A second opening mark, with a language: a closing one has none. A shorter one is part of what a longer one was chosen to show. */
function opensAnother(rest: string, marks: string, language: string): boolean {
  const pattern = marks.startsWith('~') ? /\n {0,3}(~{3,})[ \t]*[\w{.]/g : /\n {0,3}(`{3,})[ \t]*[\w{.][^`\n]*(?=\n)/g
  if (language === 'text') return false
  for (const [, opening = ''] of rest.matchAll(pattern)) if (opening.length >= marks.length) return true
  return false
}

function isMarkdown(language: string): boolean {
  return /^(?:md|mdx|markdown)$/.test(language)
}
