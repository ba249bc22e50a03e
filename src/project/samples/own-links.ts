import { items, member, members, nodesIn, text as textOf } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { JsonNode } from '../../types.ts'
import type { Shown } from './context.ts'

const mayHold = /"_?(?:id|guid|uuid)" ?: ?"[^"\n]{16,64}"/i
const idKey = /^_?(?:id|guid|uuid)$/i
const linkKey = /^(?:href|self|location|ur[il])$/i
const holder = /^(?:meta|_?links)$/i
const longId = /^(?=.*[a-z])(?=.*\d)[\w$!-]{16,64}$/i

/** The id of an object, and another one like it at the end of the object's own link. */
export function strayOwnLinks({ document: { path }, json, text }: Shown): Contradiction[] {
  if (!mayHold.test(text)) return []
  return [...nodesIn(json)].flatMap((object): Contradiction[] => {
    const id = textOf(members(object).find(({ key }) => idKey.test(key))?.value)
    if (id === undefined || !longId.test(id)) return []
    return ownLinks(object).flatMap((node): Contradiction[] => {
      const shows = /([^/]+)\/?(?:[?#].*)?$/.exec(textOf(node) ?? '')?.[1] ?? ''
      return isLike(shows, id)
        ? [{ kind: 'own', at: node.range, name: '', says: id, shows, place: { path, node } }]
        : []
    })
  })
}

/** `"href"`, `"meta": { "location" }`, `"links": { "self": { "href" } }`, `"links": [{ "rel": "self" }]`. */
function ownLinks(object: JsonNode): JsonNode[] {
  return members(object).flatMap(({ key, value }): JsonNode[] => {
    if (linkKey.test(key) && value.kind === 'string') return [value]
    if (!holder.test(key)) return []
    const self = items(value).find((it) => textOf(member(it, 'rel')) === 'self') ?? member(value, 'self') ?? value
    const [link] = [
      self,
      ...members(self)
        .filter((it) => linkKey.test(it.key))
        .map((it) => it.value),
    ].filter(({ kind }) => kind === 'string')
    return link ? [link] : []
  })
}

/** Of two ids that were made by chance, hardly a sixteenth is the same. */
function isLike(shows: string, id: string): boolean {
  if (!longId.test(shows) || shows.length !== id.length) return false
  const [one, other] = [shows.toLowerCase(), id.toLowerCase()]
  const same = [...one].filter((it, at) => it === other[at]).length
  return same < id.length && (same * 2 >= id.length || one.slice(0, alike) === other.slice(0, alike))
}

const alike = 8
