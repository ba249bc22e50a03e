import { fenceContainers } from '../../../parse/fence-containers.ts'
import { placeOf } from '../../../parse/places.ts'
import { looksLikeJson, sampleStart } from '../../../parse/sample.ts'
import { startOfLine } from '../../../text.ts'
import type { Fence, Range } from '../../../types.ts'
import { commonMethods } from '../../methods.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { beginsWithCommand, beginsWithCurl } from '../commands/clients.ts'
import { cutOff } from './cut-off.ts'
import { endsCode } from './ends.ts'
import { isHeaded, withoutHeadsAlone } from './heads.ts'
import { isInHtmlFence } from './html-fences.ts'
import { shownEnd } from './shown-end.ts'
import { swallowed } from './swallowed.ts'
import { unbalanced } from './unbalanced.ts'

/** Fenced blocks: what they say they hold, what they hold, and whether somebody forgot to close them. */
export function fences(text: string, blocks: CodeBlock[]): Fence[] {
  const fenced = blocks.filter((it) => it.fenced)
  const read = fenced.map((block, at) => fence(text, block, fenced[at - 1], fenced[at + 1], blocks))
  const all = unbalanced(text, fenced, leftOpen(text, withoutHeadsAlone(read, fenced)))
  // Behind marks that are no pair, others are none for no other reason.
  const first = all.findIndex((it) => it.swallows || it.cutOff || it.ends)
  const found = all.map((it, at) => {
    const isSwallowed = it.swallows?.isFence && all[at - 1]?.swallows && /^[ \t]*\n/.test(fenced[at]?.value ?? '')
    if (isSwallowed) return { ...it, swallows: undefined, closing: undefined }
    return it.ends && at > first ? { ...it, ends: undefined } : it
  })
  const cuts = new Set(found.flatMap(({ cutOff }) => cutOff?.[0] ?? []))
  if (cuts.size === 0) return found
  // What the end of one opens is not to be told once more.
  return found.map((it) => (cuts.has(it.languageRange[0] - marksAt(text, it)) ? { ...it, swallows: undefined } : it))
}

/** The end of what holds a fence closes it where nothing else does. */
function leftOpen(text: string, all: Fence[]): Fence[] {
  const open = fenceContainers(text).flatMap((it) => (it.isOpen ? [[it.closing[0], it] as const] : []))
  if (open.length === 0) return all
  const byEnd = new Map(open)
  return all.map((it) => {
    const around = byEnd.get(startOfLine(text, it.range[1]))
    return around ? { ...it, swallows: { title: around.label, range: around.closing, isEnd: true } } : it
  })
}

function marksAt(text: string, { range, languageRange }: Fence): number {
  return text.slice(range[0], languageRange[0]).trimStart().length
}

function fence(
  text: string,
  block: CodeBlock,
  before: CodeBlock | undefined,
  next: CodeBlock | undefined,
  blocks: readonly CodeBlock[],
): Fence {
  const { range, section } = block
  const [, indent = '', marks = '', gap = '', word = '', more = ''] =
    /^([ \t]*)(`{3,}|~{3,})([ \t]*)([^\s`]*)([ \t]*[a-z])?/i.exec(text.slice(range[0], range[0] + 200)) ?? []
  // `rust, editable`: a comma parts the language from what else is said of the block.
  const language = more === '' ? word : word.replace(/(?<=\w),$/, '')
  const start = range[0] + indent.length + marks.length + gap.length
  const languageRange: Range = [start, start + language.length]
  const cut = cutOff(text, block, marks)
  const last = shownEnd(text, block, marks)
  const swallows = swallowed(text, block, next, marks)
  const unseen = swallows.swallows ? undefined : unseenLine(`${word} ${block.meta}`, block.value)
  const isBare = more === '' && word === ''
  const ends = isBare ? endsCode(text, before, range[0], swallows.swallows !== undefined) : undefined
  const isTags = (swallows.swallows || ends) && language === '' && isInHtmlFence(text, range[0], rangesOf(blocks))
  const again = language === '' && more === '' ? reopened(text, block, marks) : undefined
  return {
    range,
    section,
    language,
    languageRange,
    holds: beginsWithCurl(block.value) ? 'shell' : contentOf(block),
    ...(language === 'json' && isHeaded(block.value) && { headed: true }),
    ...(unseen && { unseen }),
    ...(cut && { cutOff: cut }),
    ...(last && { shownEnd: last }),
    ...again,
    ...(isTags ? {} : ends ? { ends } : swallows),
  }
}

/** Who shows how fences are written has another pair of marks right below, or a longer one around. */
function reopened(
  text: string,
  { value, range, offset }: CodeBlock,
  marks: string,
): Pick<Fence, 'reopened'> | undefined {
  const [, name] = /^(json|xml|ya?ml)[ \t]*\n\s*\S/i.exec(value) ?? []
  if (name !== undefined) return { reopened: { mark: name, range: placeOf([0, name.length], offset), isName: true } }
  const [, mark = ''] = /^((?:`{3,}|~{3,})[a-z]\w*)[ \t]*\n/i.exec(value) ?? []
  if (mark === '' || !mark.startsWith(marks) || mark[marks.length] === marks[0]) return undefined
  if (/^\s{0,8}(?:```|~~~)/.test(text.slice(range[1], range[1] + 20))) return undefined
  return { reopened: { mark, range: placeOf([0, mark.length], offset) } }
}

/** Code that begins on the line of the marks, where no renderer shows it. */
function unseenLine(line: string, below: string): Fence['unseen'] {
  const found = firstLines.find(({ pattern }) => pattern.test(line))?.is
  // `curl -s` may say what the command below is.
  return found === 'command' && below.trim() !== '' && !/https?:\/\/|\\$/.test(line) ? undefined : found
}

/** `{.json}` and `{ #kiln }` are attributes. */
const firstLines: { is: NonNullable<Fence['unseen']>; pattern: RegExp }[] = [
  { is: 'command', pattern: /^(?:curl|wget|http) +(?:-{1,2}[A-Za-z]|['"]?https?:)/ },
  { is: 'request', pattern: new RegExp(`^(?:${commonMethods}) +(?:/|https?:)`) },
  { is: 'bracket', pattern: /^(?:[{[]+|\{"\S.*) *$/ },
]

function rangesOf(blocks: readonly CodeBlock[]): Range[] {
  return blocks.map((it) => it.range)
}

/** A line that stands for what a file holds. */
const includes = /^[ \t]*(?:-+8<-|<<<|!INCLUDE\b|@?include\b|\{!)/m

/** A line that is no comment. */
const code = /(?<=^|\n)[^\S\n]*(?!\/\/|#)\S/

/** What a block's content is beyond doubt. */
function contentOf({ value, messages }: CodeBlock): Fence['holds'] {
  const begin = value.slice(0, 200)
  if (!code.test(value) || isAbridged(begin) || includes.test(begin))
    return abridgedJson.test(begin) && !template.test(begin) ? 'json' : undefined
  if (looksLikeJson(value)) return 'json'
  if (isXml(value)) return 'xml'
  const [first] = messages()
  if (first?.head.text.startsWith('Status') && goesOn(value)) return undefined
  if (first && (first.body || first.headers.length > 0 || /^\s*\S+[^\n]*HTTP/.test(value))) return 'http'
  if (first && requestLine.test(value)) return 'http'
  if (/^\s*\$ /.test(value) || beginsWithCommand(value)) return 'shell'
  return sampleStart(value) === undefined && !scalars.test(value) ? 'other' : undefined
}

/** Below a line that names the status, in a language that few blocks are labelled with, a body may stand. */
function goesOn(value: string): boolean {
  return value.trim().includes('\n')
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

/** Each line is a value of JSON: what a program prints, one after the other; or a placeholder stands for all of it. */
const scalars = /^\s*<[^<>\n]{1,80}>\s*$|^(?:[ \t]*(?:-?\d[\d.eE+-]*|"[^"\n]*"|true|false|null)[ \t]*(?:\n|$))+$/

/** Templates make anything of a block, and nobody knows what stood in place of dots; those in a string or a word (`eyJ0e...Qa6wg`) only shorten a long value. */
function isAbridged(start: string): boolean {
  if (template.test(start)) return true
  return dots.test(start) && dots.test(start.replace(/"[^"\n]*(?:"|$)/g, '""'))
}

const dots = /(?<!\w)(?:\.{3}|…)|(?:\.{3}|…)(?!\w)/

/** A method and a path that starts as a path does; `GET _search/all`, to which a console adds the slash. */
const requestLine = /^\s*[A-Z]+[ \t]+(?:\/|https?:\/\/|\{|\w+\/)\S*[ \t]*(?:\n|$)/
