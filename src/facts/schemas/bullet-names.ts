import type { InlineCode, Paragraph, PhrasingContent } from 'mdast'
import { rangeOf } from '../../parse/points.ts'
import type { Range } from '../../types.ts'
import { textOf } from '../syntax.ts'
import { demandWords } from './demand.ts'
import { readType } from './types.ts'

/** Bullets with more names are seldom, and each carries all that stands below. */
const most = 6

/** A name that a bullet starts with, and its type where that is what tells it for a name. */
export interface BulletName {
  value: string
  range: Range
  typeText?: string
}

export function bulletNames(paragraph: Paragraph, text: string): { names: BulletName[]; length: number } {
  const turned = turnedName(paragraph.children, text) ?? plainlyTurnedName(paragraph.children)
  if (turned) return { names: [turned], length: (turned.typeText?.length ?? 0) + 1 + turned.value.length }
  const { names, length } = leadingNames(paragraph.children)
  if (names.length > 0)
    return {
      names: names.flatMap((it) => {
        const range = rangeOf(it)
        return range ? [typedName(it.value, range) ?? { value: it.value, range }] : []
      }),
      length,
    }
  const plain = plainName(paragraph.children, textOf(paragraph), text) ?? markedName(paragraph.children, text)
  return plain ? { names: [plain], length: plain.value.length } : { names: [], length: 0 }
}

/** `` `total: <number>` ``, `` `total: number` ``: the type stands in the code, too. */
function typedName(written: string, range: Range): BulletName | undefined {
  const [, value = '', marked, plain = ''] =
    /^([A-Za-z_]\w{0,60}): (?:<([^<>]{1,40})>|(\w{3,20}(?:\[\])?))$/.exec(written) ?? []
  const typeText = marked ?? (readType(plain).kinds ? plain : undefined)
  return typeText === undefined ? undefined : { value, range, typeText }
}

/** `` integer `name` (required) ``: what looks like a type, and like no verb, before a name. */
const typeBefore =
  /^(?:string|integer|int|int32|int64|long|number|decimal|double|float|boolean|bool|object|array|datetime|uuid)(?:\[\])?(?=\s+$)/
const behindTurned = /^\s{0,3}(?:[(:–—]|-\s|$)/

/** The same with a type that is a plain word. */
function plainlyTurnedName([first, name, rest]: readonly PhrasingContent[]): BulletName | undefined {
  const range = rangeOf(name)
  const typeText = first?.type === 'text' ? typeBefore.exec(first.value)?.[0] : undefined
  if (typeText === undefined || name?.type !== 'inlineCode' || !range) return undefined
  const goesOn = rest === undefined || (rest.type === 'text' && behindTurned.test(rest.value))
  return goesOn ? { value: name.value, range, typeText } : undefined
}

/** `` `string` **name** ``: the type comes first. */
function turnedName([first, blank, second]: readonly PhrasingContent[], text: string): BulletName | undefined {
  const source = second?.type === 'strong' ? second.children[0] : second
  const range = rangeOf(source)
  if (first?.type !== 'inlineCode' || !isType(first) || blank?.type !== 'text' || blank.value.trim() !== '')
    return undefined
  if (!range || (source?.type !== 'text' && source?.type !== 'inlineCode')) return undefined
  const isName = word.exec(source.value)?.[0] === source.value && text.slice(...range).includes(source.value)
  return isName ? { value: source.value, range, typeText: first.value } : undefined
}

/** The names that a bullet starts with, `` `a` ``, `` **`a`** `` or `` `a`, `b` and `c` ``, and how much of its words they are. */
function leadingNames(children: readonly PhrasingContent[]): { names: InlineCode[]; length: number } {
  const names: InlineCode[] = []
  let length = 0
  for (let at = 0; names.length < most; at += 2) {
    const node = children[at]
    const name = node?.type === 'strong' ? node.children[0] : node
    if (name?.type !== 'inlineCode') break
    const between = children[at - 1]
    length += (between ? textOf(between).length : 0) + name.value.length
    names.push(name)
    const after = children[at + 1]
    if (after?.type !== 'text' || !/^(?:\s*,|\s*\/| and| or|, and|, or)\s*$/.test(after.value)) break
  }
  return { names, length }
}

const word = /^[A-Za-z_$][\w$.[\]-]{0,60}/
/** Behind the name: `(string, required)`, ` = 7 (optional, number)`, `: (string)`, `: string - …`, ` - string - …`, and behind a value, `: 7 (integer)`. */
const behind = [
  /^\s{0,3}[:–—-]?\s{0,3}\(([^()]{1,60})\)/,
  /^ = [^()\n]{1,60} \(([^()\n]{1,60})\)/,
  /^:\s{1,3}([A-Za-z][\w[\]]{1,20})(?=\s{0,3}(?:[-–—,.;(]|$))/,
  /^\s{1,3}[-–—]\s{1,3}([A-Za-z][\w[\]]{1,20})(?=\s{1,3}[-–—]\s)/,
  /^:\s[^()\n]{1,60}\s\(([^()\n]{1,60})\)(?=\s+-|\s*$)/,
  /^\s?(?:[:–—]|\s-\s).*\(([^()\n]{1,40})\)\.?\s*$/,
]

/** `**name** (string, required): what it is`, `**name** *string*`, `name: what it is (string)`. */
function plainName(children: readonly PhrasingContent[], whole: string, text: string): BulletName | undefined {
  const [first, blank, marked] = children
  const source = first?.type === 'strong' ? first.children[0] : first
  const start = source?.position?.start.offset
  if (source?.type !== 'text' || start === undefined) return undefined
  const value = word.exec(source.value)?.[0]
  if (value === undefined || (first?.type === 'strong' && !/^:?\s*$/.test(source.value.slice(value.length))))
    return undefined
  const rest = whole.slice(value.length).split('\n')[0] ?? ''
  const isMarked = first?.type === 'strong' && blank?.type === 'text' && /^:?\s+$/.test(blank.value)
  const said = isMarked && marked && isType(marked) ? textOf(marked) : typeBehind(rest)
  // Behind an escape the name stands elsewhere, and is longer.
  if (said === undefined || !text.startsWith(value, start)) return undefined
  return { value, range: [start, start + value.length], typeText: said }
}

/** `**name**: what it is`, `*name* - what it is`. What begins with a capital is as often the first word of a remark. */
function markedName([first, rest]: readonly PhrasingContent[], text: string): BulletName | undefined {
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined
  const [source] = first.children
  const range = rangeOf(source)
  if (source?.type !== 'text' || !range || first.children.length > 1) return undefined
  const value = /^[a-z][\w.[\]-]{0,60}(?=:?$)/.exec(source.value)?.[0]
  const behind = source.value.slice(value?.length) + (rest?.type === 'text' ? rest.value : '')
  if (value === undefined || !/^\s{0,2}(?:[:–—]|-\s)/.test(behind) || !text.startsWith(value, range[0]))
    return undefined
  return { value, range: [range[0], range[0] + value.length] }
}

/** `colour: what it looks like`: any first word, for who knows that the bullet names something. */
export function nameByColon({ children: [first] }: Paragraph, text: string): { names: BulletName[]; length: number } {
  const start = first?.type === 'text' ? first.position?.start.offset : undefined
  const value = first?.type === 'text' ? /^[A-Za-z_]\w{0,60}(?=\s?:\s)/.exec(first.value)?.[0] : undefined
  if (start === undefined || value === undefined || !text.startsWith(value, start)) return { names: [], length: 0 }
  return { names: [{ value, range: [start, start + value.length] }], length: value.length }
}

const demand = new RegExp(`^(?:${demandWords})(?:, ?|$)`, 'i')

/** The type that one of the patterns finds; what is none says nothing. */
function typeBehind(rest: string): string | undefined {
  for (const pattern of behind) {
    const remark = pattern.exec(rest)?.[1]
    const said = remark
      ?.replace(demand, '')
      .replace(/[:,].*/, '')
      .trim()
    if (said !== undefined && namesType(said)) return said
    // What must be there, or need not, is a name, whatever its type.
    if (remark !== undefined && demand.test(remark)) return ''
  }
  return undefined
}

function isType(node: PhrasingContent): boolean {
  return (node.type === 'emphasis' || node.type === 'inlineCode') && namesType(textOf(node))
}

/** `Request: none` names no type. */
function namesType(text: string): boolean {
  return readType(text).kinds?.some((it) => it !== 'null') ?? false
}
