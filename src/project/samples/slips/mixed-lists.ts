import { items, type JsonObject, text as textOf } from '../../../parse/json.ts'
import { placeAt } from '../../../schema/place.ts'
import { excerpt } from '../../../text.ts'
import type { Document, JsonMember, JsonNode } from '../../../types.ts'
import { shownBy } from '../context.ts'
import type { Objects } from '../names.ts'
import type { Slip } from './slip.ts'

/** So many names say that the items of a list are of one kind. */
const enough = 3

/** `"row": 7` and `"row": "7"` in two items of one list: fewer of them have it one way, and the first of those is told. */
export function mixedLists(document: Document, objects: Objects): Slip[] {
  return document.facts.samples.flatMap((sample) => {
    const json = shownBy(sample)
    if (!json) return []
    const lists = [json, ...objects(sample).flatMap(valuesOf)].filter(({ kind }) => kind === 'array')
    return lists.flatMap((it) => mixedKeys(document, alike(it)).map((found) => ({ ...found, sample })))
  })
}

function valuesOf(members: readonly JsonMember[]): JsonNode[] {
  return members.map(({ value }) => value)
}

/** The objects of a list that have the same names, and do not say of what type each is: what they hold is alike, too. */
function alike(list: JsonNode): JsonObject[] {
  const all = items(list)
  const found = all.filter((it) => it.kind === 'object')
  const [first] = found
  if (!first || found.length < 2 || found.length < all.length || first.members.length < enough) return []
  const names = new Set(first.members.map(({ key }) => key))
  const isLikeFirst = ({ members }: JsonObject) =>
    members.length === names.size && members.every((it) => names.has(it.key))
  return found.every(isLikeFirst) && ![...names].some((it) => ofAny.test(it)) ? found : []
}

/** Whose value is of any type, and what says so. */
export const ofAny = /^(?:.*type|kind|format|value|default|content|data)$/i

function mixedKeys(document: Document, objects: readonly JsonObject[]): Omit<Slip, 'sample'>[] {
  return (objects[0]?.members ?? []).flatMap(({ key }) => {
    const uses = objects.flatMap(({ members }) => members.filter((it) => it.key === key))
    const numbers = uses.filter(({ value }) => value.kind === 'number')
    const strings = uses.filter(({ value }) => value.kind === 'string')
    if (numbers.length === 0 || !strings.some(isNumber) || !strings.every(isNumber)) return []
    const [few, many] = numbers.length < strings.length ? [numbers, strings] : [strings, numbers]
    const [odd, usual] = [few[0], many[0]]
    return odd && usual ? [contradiction(document, odd, usual)] : []
  })
}

function isNumber({ value }: JsonMember): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(textOf(value) ?? '')
}

function contradiction({ path, text }: Document, odd: JsonMember, usual: JsonMember): Omit<Slip, 'sample'> {
  const shows = excerpt(text.slice(...odd.value.range))
  const says = excerpt(text.slice(...usual.value.range))
  return { kind: 'mixed', at: odd.keyRange, name: odd.key, shows, says, place: placeAt(path, usual.keyRange) }
}
