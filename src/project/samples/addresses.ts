import { members, nodesIn, text } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { Document, JsonNode, Sample } from '../../types.ts'
import { isRefused, shownBy } from './context.ts'

const mayHold = /e-?mail(?:_?address)?" ?:/i
const key = /^(?:e-?mail|\w*?e-?mail_?address)$/i
const suffixes = '(?:com|org|net|io|dev|edu|gov|test|local|example|invalid)'
/** `ann.example.com`, `ann at example.com`, `ann@@example.com`: words that stand for an address are none of them. */
const torn = new RegExp(`^[\\w.+-]+(?: at |@@)[\\w-]+\\.[\\w.-]+$|^[\\w+-]+(?:\\.[\\w-]+){1,4}\\.${suffixes}$`)
const url = /^https?:\/\//

/** What stands for an email address and is a URL, or an address without its `@`. */
export function tornAddresses(document: Document, sample: Sample): Contradiction[] {
  const json = shownBy(sample)
  if (!json || !mayHold.test(document.text.slice(...sample.range))) return []
  const found = [...nodesIn(json)].flatMap((object) => (isOfLinks(object) ? [] : members(object)))
  const wrong = found.flatMap(({ key: name, value }): Contradiction[] => {
    const shows = key.test(name) ? (text(value) ?? '') : ''
    if (!url.test(shows) && !torn.test(shows)) return []
    return [{ kind: 'address', at: value.range, name, says: '', shows, place: { path: document.path, node: value } }]
  })
  // What is sent to be refused is wrong on purpose.
  return wrong.length > 0 && isRefused(document, sample) ? [] : wrong
}

/** `"email": "https://…/email"` beside nothing but URLs says where something is. */
function isOfLinks(object: JsonNode): boolean {
  return members(object).every(({ value }) => url.test(text(value) ?? ''))
}
