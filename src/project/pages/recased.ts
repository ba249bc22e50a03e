import { lineAt } from '../../text.ts'
import type { Document, Range } from '../../types.ts'
import { standsOnce } from '../documents.ts'
import { holds } from '../ranges.ts'
import type { MisspeltName } from '../types/pages.ts'
import { placeOf, placesOf } from './slips.ts'

/** So many times, on the same page, a name stands where one that is cased otherwise is a slip. */
const often = 3
const camel = /^[A-Za-z][a-z\d]*(?:[A-Z][a-z\d]*)+$/
/** `userID` and `userId`: capitals that stand for words are written in either way, and rarely by chance. */
const acronym =
  /(?:ID|Id|IP|Ip|UUID|Uuid|GUID|Guid|UR[IL]|Ur[il]|API|Api|XML|Xml|JSON|Json|HTTPS?|Https?|HTML|Html|SQL|Sql)/g

/** Names that the page spells otherwise elsewhere: other capitals, another joint between its words. */
export function spelledOtherwise(document: Document, uses: (name: string) => number): MisspeltName[] {
  return [...recasedNames(document, uses), ...recasedIds(document), ...mixedJoints(document), ...capitalized(document)]
}

/** `entrylocationName`, once in the project, where its page has `entryLocationName` again and again. */
function recasedNames({ text, facts: { names, fences } }: Document, uses: (name: string) => number): MisspeltName[] {
  const rare = names.once.filter((it) => camel.test(it) && uses(it) === 1)
  if (rare.length === 0) return []
  const usual = new Map(names.often.map((it) => [it.toLowerCase(), it]))
  return rare.flatMap((name): MisspeltName[] => {
    const other = usual.get(name.toLowerCase())
    if (other === undefined || !differsInCase(name, other) || text.split(other).length <= often) return []
    const at = placeOf(name, text, other)
    if (!at || /\bnot\b/i.test(lineAt(text, at[0]))) return []
    // The variables of a program are nobody's but its own.
    const fence = fences.find((it) => holds(it.range, at[0]))
    if (fence && (fence.holds ?? 'other') === 'other') return []
    return [{ name, at, usual: other, meant: other }]
  })
}

/** By one letter, inside of both. */
function differsInCase(name: string, usual: string): boolean {
  // A variable is called as its class is, but for that letter.
  if (name[0] !== usual[0]) return false
  const [one, other] = [name.replace(acronym, '~'), usual.replace(acronym, '~')]
  return camel.test(usual) && one !== other && [...name].filter((it, at) => it !== usual[at]).length === 1
}

const id = /(?<=[a-z])(?:ID|Id)(?=s?(?:[A-Z_]|$))/

/** `glazeID`, which stands in the page's sentences only, and in code there, where its samples have the key `glazeId`: whoever looks for it finds none. */
function recasedIds({ text, facts: { names } }: Document): MisspeltName[] {
  if (!/I[dD]"/.test(text)) return []
  return [...names.once, ...names.often].flatMap((name): MisspeltName[] => {
    const usual = name.replace(id, (it) => (it === 'ID' ? 'Id' : 'ID'))
    if (usual === name || !new RegExp(`"${usual}"\\s{0,4}:`).test(text)) return []
    const places = placesOf(name, text)
    const isSaid = ([at, end]: Range) => {
      const line = lineAt(text, at)
      return text[at - 1] === '`' && text[end] === '`' && !line.includes('|') && !line.includes(usual)
    }
    if (!places.every(isSaid)) return []
    const [at, ...others] = places
    return at ? [{ name, at, usual, meant: usual, others }] : []
  })
}

/** "Can be passed as `GlazeByDate`", once, where the page documents `glazeByDate` and its samples have that key: no class of that name is meant. */
function capitalized({ text, facts: { names } }: Document): MisspeltName[] {
  const often = new Set(names.often)
  return names.once.flatMap((name): MisspeltName[] => {
    const usual = pascal.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
    if (!often.has(usual) || !text.includes(`\`${usual}\``)) return []
    const start = text.indexOf(`\`${name}\``) + 1
    const end = start + name.length
    const isField =
      passed.test(text.slice(Math.max(0, start - 40), start)) || calledField.test(text.slice(end, end + 20))
    const isKey = start > 0 && isField && new RegExp(`"${usual}"\\s{0,4}:`).test(text)
    return isKey && !lineAt(text, start).includes(usual) ? [{ name, at: [start, end], usual, meant: usual }] : []
  })
}

const pascal = /^[A-Z][a-z\d]+(?:[A-Z][a-z\d]+)+$/
const passed = /\b(?:passed|sent|given|specified|provided) (?:at|in|as|with|by|via|through)(?: the)?[ *_]{1,4}`$/
const calledField = /^`[*_]{0,3} (?:property|field|parameter|attribute|key)\b/

/** It begins at the hyphen, and looks back for what stands before it in code. */
const mixed =
  /-[a-z\d]{1,40}(?=[_`=])(?:_[a-z\d]{1,40}){0,4}(?=`|=[^`\n]{1,60}`)(?<=`([a-z\d]{1,40}(?:_[a-z\d]{1,40}){1,4}-[a-z\d_]{1,80}))/g

/** `shelf_count-max`, once, where a table of the page has `shelf_count_max`. */
function mixedJoints({ text, facts: { schemas } }: Document): MisspeltName[] {
  if (schemas.length === 0) return []
  return Array.from(text.matchAll(mixed)).flatMap(({ index, 0: rest, 1: name = '' }): MisspeltName[] => {
    const usual = name.replace('-', '_')
    const end = index + rest.length
    const isField = schemas.some(({ fields }) => fields.some(({ path }) => path.at(-1) === usual))
    if (!isField || !standsOnce(name, text) || lineAt(text, index).includes(usual)) return []
    return [{ name, at: [end - name.length, end], usual, meant: usual }]
  })
}
