import { members, text as textOf } from '../../../parse/json.ts'
import type { JsonNode } from '../../../types.ts'
import type { Shown, WrongValue } from './wrong-value.ts'

const mayHold = /e-?mail(?:_?address)?" ?:/i
const key = /^(?:e-?mail|\w*?e-?mail_?address)$/i
const suffixes = '(?:com|org|net|io|dev|edu|gov|test|local|example|invalid)'
/** `ann.example.com`, `ann at example.com`, `ann@@example.com`: words that stand for an address are none of them. */
const torn = new RegExp(`^[\\w.+-]+(?: at |@@)[\\w-]+\\.[\\w.-]+$|^[\\w+-]+(?:\\.[\\w-]+){1,4}\\.${suffixes}$`)
const url = /^https?:\/\//

/** What stands for an email address and is a URL, or an address without its `@`. */
export function tornAddresses({ text, nodes }: Shown): WrongValue[] {
  if (!mayHold.test(text)) return []
  const found = nodes().flatMap((object) => (isOfLinks(object) ? [] : members(object)))
  return found.flatMap(({ key: name, value }): WrongValue[] => {
    const shows = key.test(name) ? (textOf(value) ?? '') : ''
    if (!url.test(shows) && !torn.test(shows)) return []
    return [{ kind: 'address', at: value.range, name, shows }]
  })
}

/** `"email": "https://…/email"` beside nothing but URLs says where something is. */
function isOfLinks(object: JsonNode): boolean {
  return members(object).every(({ value }) => url.test(textOf(value) ?? ''))
}

const mayBeTorn = /"(?:[ \t]+https?:\/\/|https?:\/\/[^"\s]*[ \t])/
const blankInUrl = /^\s+https?:\/\/\S+$|^https?:\/\/(?:[^\s?#,;]+(?:\s+\/|\/\s+)\S+|\S+\s+)$/

/** `https://host /pots`: a blank ends a URL, and stands in none. */
export function tornUrls({ text, nodes }: Shown): WrongValue[] {
  if (!mayBeTorn.test(text)) return []
  return nodes().flatMap((node): WrongValue[] => {
    const shows = textOf(node) ?? ''
    return blankInUrl.test(shows) ? [{ kind: 'url', at: node.range, shows }] : []
  })
}
