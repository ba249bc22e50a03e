import { members, nodesIn, text as textOf } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { JsonNode } from '../../types.ts'
import type { Shown } from './context.ts'

const mayHold = /e-?mail(?:_?address)?" ?:/i
const key = /^(?:e-?mail|\w*?e-?mail_?address)$/i
const suffixes = '(?:com|org|net|io|dev|edu|gov|test|local|example|invalid)'
/** `ann.example.com`, `ann at example.com`, `ann@@example.com`: words that stand for an address are none of them. */
const torn = new RegExp(`^[\\w.+-]+(?: at |@@)[\\w-]+\\.[\\w.-]+$|^[\\w+-]+(?:\\.[\\w-]+){1,4}\\.${suffixes}$`)
const url = /^https?:\/\//

/** What stands for an email address and is a URL, or an address without its `@`. */
export function tornAddresses({ document: { path }, json, text }: Shown): Contradiction[] {
  if (!mayHold.test(text)) return []
  const found = [...nodesIn(json)].flatMap((object) => (isOfLinks(object) ? [] : members(object)))
  return found.flatMap(({ key: name, value }): Contradiction[] => {
    const shows = key.test(name) ? (textOf(value) ?? '') : ''
    if (!url.test(shows) && !torn.test(shows)) return []
    return [{ kind: 'address', at: value.range, name, says: '', shows, place: { path, node: value } }]
  })
}

/** `"email": "https://…/email"` beside nothing but URLs says where something is. */
function isOfLinks(object: JsonNode): boolean {
  return members(object).every(({ value }) => url.test(textOf(value) ?? ''))
}

const mayBeTorn = /"(?:[ \t]+https?:\/\/|https?:\/\/[^"\s]*[ \t])/
const blankInUrl = /^\s+https?:\/\/\S+$|^https?:\/\/(?:[^\s?#,;]+(?:\s+\/|\/\s+)\S+|\S+\s+)$/

/** `https://host /pots`: a blank ends a URL, and stands in none. */
export function tornUrls({ document: { path }, json, text }: Shown): Contradiction[] {
  if (!mayBeTorn.test(text)) return []
  return [...nodesIn(json)].flatMap((node): Contradiction[] => {
    const shows = textOf(node) ?? ''
    if (!blankInUrl.test(shows)) return []
    return [{ kind: 'url', at: node.range, name: '', says: '', shows, place: { path, node } }]
  })
}
