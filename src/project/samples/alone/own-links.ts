import { onlyOne } from '../../../grouped.ts'
import { items, member, members, text as textOf } from '../../../parse/json.ts'
import type { JsonNode } from '../../../types.ts'
import type { Shown, WrongValue } from './wrong-value.ts'

const mayHold = /"_?(?:id|guid|uuid)" ?: ?"[^"\n]{16,64}"/i
const idKey = /^_?(?:id|guid|uuid)$/i
const linkKey = /^(?:href|self|location|ur[il])$/i
const holder = /^(?:meta|_?links)$/i
const longId = /^(?=.*[a-z])(?=.*\d)[\w$!-]{16,64}$/i

const mayLink = /"(?:href|self|location|ur[il])" ?: ?["{]/i
const mayList = /"_?(?:id|guid|uuid)" ?: ?["\d][\s\S]*"_?(?:id|guid|uuid)" ?: ?["\d]/i

/** The id of an object, and another one at the end of the object's own link: one like it, or that of an object beside it. */
export function strayOwnLinks({ text, nodes }: Shown): WrongValue[] {
  const isLong = mayHold.test(text)
  const isList = mayLink.test(text) && mayList.test(text)
  if (!isLong && !isList) return []
  const found = new Map<JsonNode, OwnLink>()
  for (const node of nodes()) {
    if (node.kind !== 'object' && node.kind !== 'array') continue
    const strays = isList && node.kind === 'array' ? siblingLinks(node.items) : []
    const own = isLong ? linksOf(node).filter(({ id, shows }) => longId.test(id) && isLike(shows, id)) : []
    for (const it of [...strays, ...own]) found.set(it.node, it)
  }
  return Array.from(found.values(), ({ node, id, shows }) => ({ kind: 'own', at: node.range, says: id, shows }))
}

interface OwnLink {
  node: JsonNode
  id: string
  /** What the link ends in. */
  shows: string
}

function linksOf(object: JsonNode): OwnLink[] {
  const value = members(object).find(({ key }) => idKey.test(key))?.value
  if (value?.kind !== 'string' && value?.kind !== 'number') return []
  return ownLinks(object).map((node) => {
    const shows = /([^/]+)\/?(?:[?#].*)?$/.exec(textOf(node) ?? '')?.[1] ?? ''
    return { node, id: String(value.value), shows }
  })
}

/** Where all objects of a list but one link to themselves, that one does not mean to link to another. */
function siblingLinks(objects: readonly JsonNode[]): OwnLink[] {
  if (objects.length < 2) return []
  const links = objects.flatMap((it) => linksOf(it).slice(0, 1))
  const stray = onlyOne(links.filter(({ id, shows }) => id !== shows))
  const isSibling = links.length === objects.length && links.some(({ id }) => id === stray?.shows)
  return stray && isSibling ? [stray] : []
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
