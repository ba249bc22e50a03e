import type { List, ListItem } from 'mdast'
import { rangeOf } from '../../parse/points.ts'
import type { Field, FieldType, Range, Schema } from '../../types.ts'
import { type Located, type Syntax, textOf } from '../syntax.ts'
import {
  announcesDemands,
  announcesFields,
  announcesMore,
  announcesParameters,
  announcesSome,
  announcesValues,
  isAnnounced,
  isLabelled,
  keyOnes,
  labelTitle,
  leadOf,
  partLabel,
  roleBelow,
} from './announcements.ts'
import { type BulletName, bulletNames, nameByColon } from './bullet-names.ts'
import { typeIn } from './bullet-types.ts'
import { demandWords, requiredWords } from './demand.ts'
import { describedField } from './descriptions.ts'
import { areConstants, fieldNames } from './names.ts'
import { areShown, type ShownNames } from './shown.ts'
import { readType, withContent } from './types.ts'

/** Bullets that start with a code span: `` - `name` `(string: <required>)` – what it is ``. */
export function listSchemas(syntax: Syntax, shown: ShownNames): Schema[] {
  return syntax.all('list').flatMap((list) => {
    const above = list.parent?.node
    return above?.type === 'listItem' && !isTitle(above, list, syntax.text) ? [] : listSchema(list, syntax, shown)
  })
}

/** `+ Parameters`: a bullet that is no name, but the title of those below it. */
function isTitle(item: ListItem, { range }: Located<List>, text: string): boolean {
  return isLabelled(leadOf(text, range[0])) && itemField(item, text, []).length === 0
}

function listSchema(
  { node: all, range, section }: Located<List>,
  { text, sections }: Syntax,
  shown: ShownNames,
): Schema[] {
  const node = { ...all, children: outermost(all.children) }
  const fields = listFields(node, text, [], 0)
  const title = sections[section]?.title ?? ''
  const typed = fields.filter((it) => isTold(it, text)).length
  const lead = leadOf(text, range[0])
  if (areConstants(fields) || announcesValues.test(lead)) return []
  const isPart = partLabel.test(lead)
  const labelled = isPart || isLabelled(lead)
  const told = labelled || isAnnounced(lead)
  const isTitled = labelTitle.test(title)
  // One bullet is a list where a line above says so, or its heading announces parameters and a type follows the name.
  const least = told || isTitled || (typed > 0 && announcesParameters.test(title)) ? 1 : 2
  const announced = told || isTitled || announcesFields.test(title)
  if (fields.length < least || fields.length < node.children.length) return []
  if (typed * 2 < fields.length && !announced && !areShown(fields, shown(section))) return []
  const role = labelled ? 'parameters' : roleBelow(title)
  // Words without types explain some names, and need not list them all; nor need a list of one, or of what must be there.
  const open =
    isPart ||
    typed === 0 ||
    fields.some((it) => isLoose(it, text)) ||
    announcesSome.test(title) ||
    keyOnes.test(lead) ||
    (told && !labelled && (fields.length === 1 || announcesDemands.test(lead)))
  return [{ form: 'list', role, range, section, fields, open }]
}

/** A type or, in brackets, whether it must be there tells a name for one. */
function isTold({ typeText, nameRange: [, end] }: Field, text: string): boolean {
  return typeText !== '' || demand.test(text.slice(end, end + 40))
}

const demand = new RegExp(`^\\W{0,3}\\((?:${demandWords})\\)`, 'i')

/** A name that neither a mark nor a type tells for one: who writes so mentions what comes to mind. */
function isLoose(field: Field, text: string): boolean {
  const [start] = field.nameRange
  return !isTold(field, text) && !/[`*_]/.test(text.slice(Math.max(0, start - 1), start + 1))
}

/** Without bullets that are indented, but not far enough for Markdown to put them below the one before: their writer did. */
function outermost(items: readonly ListItem[]): ListItem[] {
  const column = (it: ListItem | undefined) => it?.position?.start.column ?? 0
  return items.filter((it) => column(it) < column(items[0]) + 2)
}

/** Values of the field above, as its sentence may say in other words. */
function holdsConstants({ children }: List, text: string): boolean {
  const names = children.flatMap((item) => itemField(item, text, []))
  return names.length > 0 && areConstants(names)
}

function listFields(list: List, text: string, above: string[], depth: number): Field[] {
  if (depth > 8) return []
  const own = list.children.map((item) => itemField(item, text, above))
  const isMixed = own.some(isBare) && own.filter(isTyped).length * 2 > own.length
  return list.children.flatMap((item, at) => {
    const found = own[at] ?? []
    const fields = isMixed && isBare(found) ? itemField(item, text, above, nameByColon) : found
    const nested = item.children.find((it): it is List => it.type === 'list')
    const lead = nested ? leadOf(text, rangeOf(nested)?.[0] ?? 0) : ''
    if (nested && (announcesValues.test(lead) || announcesMore.test(lead) || holdsConstants(nested, text)))
      return fields
    // `- Its items have the following fields:` is a line between the two lists, and no field.
    if (nested && fields.length === 0 && isAnnounced(lead)) return listFields(nested, text, above, depth + 1)
    // What stands below several names is said of each.
    return fields.flatMap((it, at) =>
      nested && (at === 0 || depth < 2) ? [it, ...listFields(nested, text, it.path, depth + 1)] : [it],
    )
  })
}

/** Among bullets that say a type, those that say none are names all the same. */
function isBare(fields: readonly Field[]): boolean {
  return fields.length === 0
}

function isTyped(fields: readonly Field[]): boolean {
  return fields.some(({ type }) => type.kinds !== undefined)
}

function itemField(item: ListItem, text: string, above: string[], namesOf = bulletNames): Field[] {
  const [paragraph] = item.children
  if (paragraph?.type !== 'paragraph') return []
  const { names, length } = namesOf(paragraph, text)
  const range = rangeOf(paragraph)
  const end = names.at(-1)?.range[1]
  if (!range || end === undefined) return []
  const raw = text.slice(end, range[1])
  const rest = textOf(paragraph).slice(length)
  const nested = item.children.some((it) => it.type === 'list')
  return names.flatMap((it) => named(it, { above, range, raw, rest, nested }))
}

/** What a bullet says of the names that it starts with. */
interface Said {
  above: string[]
  range: Range
  raw: string
  rest: string
  /** Further bullets stand below it. */
  nested: boolean
}

const demanded = new RegExp(`<required>|\\brequired\\)|^\\s{0,3}\\((?:${requiredWords})\\)`, 'i')

function named(
  { value, range: nameRange, typeText: told }: BulletName,
  { above, range, raw, rest, nested }: Said,
): Field[] {
  const typeText =
    told ?? (typeIn(rest) || (nested && /^\W{0,4}(?:an? )?(?:array|list) of\b/i.test(rest) ? 'array' : ''))
  const isDemanded = demanded.test(rest.slice(0, 80))
  const type = loosely(withContent(readType(typeText), rest), rest)
  const known = { range, nameRange, typeText, type, typeRange: range, ...(isDemanded && { required: 'yes' as const }) }
  return fieldNames({ text: value, code: [] }).map((path) =>
    describedField({ ...known, path: [...above, ...path] }, raw, rest),
  )
}

/** What is counted in seconds, or may be one string with commas, is sent in either way, whatever its type says. */
function loosely(type: FieldType, said: string): FieldType {
  const { kinds = [] } = type
  const isDuration = /\b(?:durations?|seconds)\b/i.test(said) && /^(?:string|number)$/.test(kinds.join())
  if (isDuration) return { kinds: ['string', 'number'] }
  const isJoined = /\bcomma[- ](?:separated|delimited)\b/i.test(said) && /^(?:string|array)$/.test(kinds.join())
  return isJoined ? { kinds: ['string', 'array'], items: type.items } : type
}
