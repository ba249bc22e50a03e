import { endOfLine, excerpt } from '../../text.ts'
import type { Range, Tolerated } from '../../types.ts'
import type { Fault } from './faults.ts'
import { fullwidth } from './marks.ts'

/** A run of text outside strings, up to the next character that means something in JSON. */
interface Phrase {
  kind: 'number' | 'literal' | 'word' | 'soft'
  end: number
  value: null | boolean | number | string
  tolerated?: Tolerated
  fault?: Fault
}

const stop = new RegExp(
  String.raw`[,:{}[\]"“”\n\r]|//|/\*|<%|</?#|\{\{|</?[a-z]{1,6}>|\s#\s|\s(?:←|<[-=–—]+\s)|${fullwidth}`,
  'g',
)
const literals: ReadonlyMap<string, null | boolean> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
])
const typeNames =
  'string|str|text|number|num|int(?:eger|32|64)?|long|float|double|decimal|bool(?:ean)?|object|array|list|map|any|date(?:time)?|timestamp|uuid|guid|byte|binary|enum|value|hash|dict(?:ionary)?'
/** Names of types where a value belongs: the sample shows the shape and not a value. */
const types = new RegExp(`^(?:${typeNames})s?(?:\\[\\])?\\??$`, 'i')

/** `(required, string) When it was paid`: the type in front of what is said of the property, in place of a value. */
const typed = new RegExp(
  `\\((?:(?:required|optional),?[ \\t]?)?(?:${typeNames})(?:[ \\t][\\w <>]{1,30})?(?:,[ \\t]?(?:required|optional))?\\)(?=[ \\t]+\\p{L})`,
  'uy',
)

/** Dots below each other, one a line. */
const column = /\.(?:[ \t]*\r?\n[ \t]*\.(?=[ \t]*\r?\n))+/y

/** Reads from the first character of a bare phrase to its last. */
export function readPhrase(text: string, start: number): Phrase {
  typed.lastIndex = start
  const type = text.charAt(start) === '(' ? typed.exec(text)?.[0] : undefined
  if (type !== undefined)
    return { kind: 'soft', value: null, tolerated: 'placeholder', end: endOfRemark(text, typed.lastIndex) }
  column.lastIndex = start
  if (text.charAt(start) === '.' && column.test(text))
    return { kind: 'soft', value: null, tolerated: 'ellipsis', end: column.lastIndex }
  stop.lastIndex = start + 1
  const phrase = text.slice(start, lastOf(text, start, stop.exec(text)?.index ?? text.length))
  const [, explained] = /^(.*?) -- \p{L}/u.exec(phrase) ?? []
  if (explained !== undefined && isPlaceholder(explained))
    return { kind: 'soft', value: null, tolerated: 'placeholder', end: endOfLine(text, start) }
  // "1 2": two values, and a comma is missing between them.
  const source = /^(?:-?\d[\d.eE+-]*|null|true|false)(?=\s+(?:-?\d|null$|true$|false$))/.exec(phrase)?.[0] ?? phrase
  const end = start + source.length
  // `null | {`: the last choice is what follows.
  const isOpen = source.endsWith('|') && /^[ \t]*[{["]/.test(text.slice(end, end + 9))
  return { ...classify(isOpen ? `${source} any` : source, start), end }
}

/** Where a phrase ends without the blanks behind it, and those that nobody sees. */
function lastOf(text: string, start: number, end: number): number {
  let last = end
  while (last > start && /[\s\u200b\u2060]/.test(text.charAt(last - 1))) last--
  return last
}

/** What is said of a property goes on to the end of its line, whatever commas it has, and words in quotes. */
function endOfRemark(text: string, from: number): number {
  const line = /(?:[^\n{}[\]"]|(?<=\p{L} )"[^\n{}[\]"]{0,80}"(?![ \t]*:))*/uy
  line.lastIndex = from
  const said = line.exec(text)?.[0].trimEnd() ?? ''
  return from + said.replace(/,$/, '').length
}

function classify(phrase: string, start: number): Omit<Phrase, 'end'> {
  // "1 (default)", "(optional)": a remark and no part of the value.
  const source = phrase.endsWith(')') ? phrase.slice(0, Math.max(0, phrase.lastIndexOf('('))).trimEnd() : phrase
  if (source === '') return { kind: 'soft', value: null, tolerated: 'comment' }
  const literal = literals.get(source)
  if (literal !== undefined) return { kind: 'literal', value: literal }
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(source)) return { kind: 'number', value: Number(source) }
  if (/^\.\.$/.test(source)) return { kind: 'soft', value: null, fault: brokenEllipsis(start) }
  const elision = /\.{3}|[…⋮]|\. \. \./.exec(source)
  if (elision) return { kind: 'soft', value: null, tolerated: 'ellipsis' }
  if (isPlaceholder(source)) return { kind: 'soft', value: null, tolerated: 'placeholder' }
  return { kind: 'word', value: source }
}

function brokenEllipsis(start: number): Fault {
  return {
    cause: 'broken ellipsis',
    range: [start, start + 2],
    message: '".." is neither JSON nor an ellipsis',
    help: 'write "..." for what is left out',
    repair: { range: [start, start + 2], text: '...' },
  }
}

/** A stand-in that no reader takes for a value: a type, alternatives, a variable, a mask. */
function isPlaceholder(source: string): boolean {
  return (
    types.test(source) ||
    /^[a-z\d]+(?:-[a-z\d]+)*-(?:string|number|integer|id|name|type|value)$/.test(source) ||
    isChoice(source) ||
    /^[$@%&][\w.{}@-]+$/.test(source) ||
    /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(source) ||
    /^(?:[xX#*?_-]{2,}|[|&]|or$)/.test(source) ||
    // The marks of a diff, and of a legend below the sample.
    /^(?:[+-]|[①-⑳])$/.test(source)
  )
}

/** Whether a stand-in is written in capital letters, such as `POT_ID`: then `USER` is another one. */
export function shouts(text: string): boolean {
  return /[:[,]\s{0,40}[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\b/.test(text)
}

/** `"days": x`: a letter as formulas have it, in place of a value; one that lost a quote still has the other. */
export function isVariable(text: string, [start, end]: Range): boolean {
  return /^[mnxyz]$/i.test(text.slice(start, end)) && /^[ \t]*(?:[,}\]\r\n]|$)/.test(text.slice(end, end + 40))
}

/** `string | null`, `string || null`, `true/false`, `1 or 2`, `null / SOME_WORDS`. */
function isChoice(source: string): boolean {
  const all = source.split(/\|{1,2}|\/| or /).map((it) => it.trim())
  const isOne = (it: string) => types.test(it) || literals.has(it) || /^(?:\d+|[A-Z][A-Z\d_]+|undefined)$/.test(it)
  return all.length > 1 && all.every(isOne)
}

export function malformedNumber(source: string, start: number): Fault | undefined {
  if (!/^[-+]?\.?\d[\d.eE+\-_xXa-fA-F]*$/.test(source)) return undefined
  return {
    cause: 'malformed number',
    range: [start, start + source.length],
    message: `"${excerpt(source)}" is not a number in JSON`,
    help: 'put it in double quotes, or write it as JSON does',
  }
}
