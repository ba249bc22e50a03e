import type { InlineCode } from 'mdast'
import { placeOf } from '../../../parse/places.ts'
import { editsBetween, isMistyped } from '../../../spelling.ts'
import { wordIn } from '../../../text.ts'
import type { HttpName, Range } from '../../../types.ts'
import type { ReadTable } from '../../schemas/tables/cells.ts'
import type { Located, Syntax } from '../../syntax.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { methodMeant, slipIn, slipsInCode, slipsInHeadings } from './method-slips.ts'
import { commonTypes, knownTypes, registeredHeaders } from './registered.ts'

/** A name where it stands, before anybody asks whether it has been met. */
interface Said {
  kind: HttpName['kind']
  name: string
  /** Nothing but a header can stand here. */
  sure: boolean
  range: () => Range
  /** What the value says that it must be. */
  meant?: string
}

/** Names of headers and media types that HTTP itself does not have, each once, where the page writes them as HTTP does. */
export function httpNames(syntax: Syntax, blocks: readonly CodeBlock[], tables: readonly ReadTable[]): HttpName[] {
  const found = new Map<string, HttpName | undefined>()
  const all = [
    ...blocks.flatMap(methodsIn),
    ...blocks.flatMap(plurals),
    ...blocks.flatMap(inBlock),
    ...syntax.all('inlineCode').flatMap((it) => methodIn(it, syntax.text)),
    ...syntax
      .all('inlineCode')
      .filter(({ node: { value } }) => value.includes(':') || mayBeHeader(value))
      .flatMap((it) => inCode(it, syntax.text)),
    ...tables.flatMap((it) => inTable(it, syntax.text)),
    ...mediaTypes(syntax.text),
    ...slipsInHeadings(syntax).map(({ name, at }) => said('method', name, at)),
  ]
  for (const { kind, name, sure, range, meant: told } of all) {
    const key = `${kind} ${name} ${sure} ${told ?? ''}`
    const known = found.get(key)
    if (known) {
      known.uses++
      known.others?.push(range())
    }
    if (found.has(key)) continue
    const meant = told ?? meantBy[kind](name, sure)
    const isTold = meant !== undefined || isOwnName(kind, name, sure)
    const others = meant === undefined ? undefined : []
    found.set(key, isTold ? { kind, name, uses: 1, range: range(), meant, others } : undefined)
  }
  return [...found.values()].filter((it) => it !== undefined)
}

const meantBy = { header: headerMeant, 'media type': typeMeant, method: methodMeant }

/** A name that stands at a place of the page, or of a block that has its own offsets. */
function said(kind: Said['kind'], name: string, at: number, sure = true, offset = (it: number) => it): Said {
  return { kind, name, sure, range: () => placeOf([at, at + name.length], offset) }
}

function methodsIn({ value, offset }: CodeBlock): Said[] {
  return slipsInCode(value).map(({ name, at }) => said('method', name, at, true, offset))
}

function methodIn({ node: { value }, range: [start] }: Located<InlineCode>, text: string): Said[] {
  const name = slipIn(value)?.name
  return name === undefined ? [] : [said('method', name, text.indexOf(name, start))]
}

const field = /^([A-Za-z][\w-]{1,60}):/
/** `Max-Pots:`, `"max-pots":`; what names a host or a class has more behind its colon. */
const dashed = /(?<![\w-])(?:[A-Za-z][A-Za-z\d]*(?:-[A-Za-z\d]+)+|[Aa][a-z]{11,13})(?=["'`]?[ \t]{0,3}:(?![:/]))/g

/** What a command or a message sends, and what code of any language writes with a dash in front of a colon. */
function inBlock(block: CodeBlock): Said[] {
  const { value, offset } = block
  if (!value.includes(':')) return []
  const sent = block.calls().flatMap(({ headers }) => headers.map(({ text, offset }) => ({ text, start: offset(0) })))
  const shown = block.messages().flatMap(({ headers }) => headers)
  const certain = [...sent, ...shown].flatMap(({ text, start }) => {
    const name = field.exec(text)?.[1]
    return name === undefined ? [] : [{ name, start, sure: true }]
  })
  const starts = new Set(certain.map(({ start }) => start))
  const all = [...certain]
  dashed.lastIndex = 0
  for (let it = dashed.exec(value); it; it = dashed.exec(value)) {
    const { index: start, 0: name } = it
    if (!starts.has(start)) all.push({ name, start, sure: false })
  }
  return all.map(({ name, start, sure }) => said('header', name, start, sure, offset))
}

/** `Accepts: application/json`, `'Accepts': 'application/json'`: another header may be called so, and would not hold a media type. */
const plural = /(?<![\w-])(Accept|Content-Type)s(?=["']?: ?["']?(?:application|audio|image|text|\*)\/[\w*])/g

/** In code, what sends headers says so; an answer may well have a property of such a name. */
function plurals(block: CodeBlock): Said[] {
  const { value, offset } = block
  if (!value.includes('Accepts') && !value.includes('Content-Types')) return []
  const isSent = block.calls().length > 0 || block.messages().length > 0 || /headers/i.test(value)
  return Array.from(isSent ? value.matchAll(plural) : [], ({ index, 0: name, 1: meant = '' }) => ({
    ...said('header', name, index, true, offset),
    meant,
  }))
}

/** `` `Max-Pots` `` and `` `Max-Pots: 7` ``. */
function inCode({ node: { value }, range: [start] }: Located<InlineCode>, text: string): Said[] {
  const [, name = '', colon = ''] = /^([A-Za-z][\w-]{1,60})(:?)(?![^\s:])/.exec(value) ?? []
  // `use-agent` is an option: without a colon, a header has its capital letters.
  const isNamed = name === value && /[A-Z]|^[^-]+$/.test(name)
  if (name === '' || (colon === '' && !isNamed)) return []
  return [said('header', name, text.indexOf(name, start), colon !== '')]
}

/** A dash, or the length of the longest name that has none. */
function mayBeHeader(name: string): boolean {
  return name.includes('-') || (name.length > 11 && /^a[a-z]{11,13}$/i.test(name))
}

/** The names in the first cells of a table, which may say that it is one of headers. */
function inTable({ header, rows }: ReadTable, text: string): Said[] {
  const sure = /\bheaders?\b/i.test(header[0]?.text ?? '')
  return rows.flatMap((row): Said[] => {
    const cell = row[0]
    // What stands in code was read there.
    if (!cell || cell.code.length > 0) return []
    const name = /^[A-Za-z][\w-]{1,60}(?=:?$)/.exec(cell.text)?.[0]
    if (name === undefined || !(sure || mayBeHeader(name))) return []
    const place = wordIn(text, name, cell.range)
    return place ? [said('header', name, place[0], sure)] : []
  })
}

function headerMeant(name: string, sure: boolean): string | undefined {
  const word = name.toLowerCase()
  // `Acept` is a header where nothing else can stand.
  const least = sure ? 5 : 6
  if (registeredHeaders.has(word) || word.length < least || (!sure && word === 'authorisation')) return undefined
  const isOff = sure ? isLetterOff : isMistyped
  const found = longHeaders.find(({ other }) => isOff(word, other) && isInLongWord(word, other, sure))
  return name === word ? found?.other : found?.meant
}

const longHeaders = Array.from(registeredHeaders, ([other, meant]) => ({ other, meant })).filter(
  ({ other }) => other.length > 5,
)

/** `ip-range` is not `if-range`. Without one of its dashes a name may be an attribute's, unless nothing but a header can stand there. */
function isInLongWord(word: string, other: string, sure: boolean): boolean {
  const [own, meant] = [word.split('-'), other.split('-')]
  if (own.length !== meant.length) return sure
  return meant.every((it, at) => it === own[at] || it.length > 2)
}

/** One letter, but not the one of a plural or of another form of the word. */
function isLetterOff(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1 || word === `${other}s` || word === `${other}d`) return false
  return editsBetween(word, other) === 1
}

/** Other names are those of the API; in code that may be anything, headers are what has capitals or an `X-`. */
function isOwnName(kind: HttpName['kind'], name: string, sure: boolean): boolean {
  if (kind === 'media type')
    return /^(?:application|audio|image|multipart|text|video)\/[\w.-]+/.test(name) && !knownTypes.has(name)
  return (
    name.includes('-') &&
    (sure || /^(?:[Xx]-|[A-Z][A-Za-z\d]*-[A-Z])/.test(name)) &&
    !registeredHeaders.has(name.toLowerCase())
  )
}

const mayHaveTypes = /content-type|accept|media|mime|application\//i
/** It begins at the slash, which is rare, and looks back from there: five times as fast as a look at each word. */
const typed = /\/(?<=\b([a-z]{4,12})\/)([a-z][a-z\d.+-]{1,60}[a-z\d])\b(?![/-])/g

/** What has a slash and is no path. */
function mediaTypes(text: string): Said[] {
  if (!mayHaveTypes.test(text)) return []
  return Array.from(text.matchAll(typed), ({ index, 1: kind = '', 2: rest = '' }) => ({
    index: index - kind.length,
    name: `${kind}/${rest}`,
  }))
    .filter(({ index }) => !/[\w./@+-]/.test(text[index - 1] ?? ' '))
    .map(({ index, name }) => said('media type', name, index))
}

function typeMeant(name: string): string | undefined {
  if (knownTypes.has(name)) return undefined
  return commonTypes.find((it) => isLetterOff(name, it)) ?? (ofForm.test(name) ? form : undefined)
}

/** The two types of forms mixed, or one with a word left out. */
const ofForm = /^application\/(?:x-)?(?:www-form-?data|(?:www-)?form-?(?:url-?)?encoded)$/
const form = 'application/x-www-form-urlencoded'
