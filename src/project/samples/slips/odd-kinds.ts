import { shelveOnce } from '../../../grouped.ts'
import { text } from '../../../parse/json.ts'
import { placeAt } from '../../../schema/place.ts'
import { isPlaceholder } from '../../../schema/values.ts'
import { excerpt } from '../../../text.ts'
import type { Document, JsonMember, JsonNode, Sample } from '../../../types.ts'
import { contextOf } from '../context.ts'
import { type Objects, type Use, usesByKey } from '../names.ts'
import type { Slip } from './slip.ts'

/** So many other samples show what a key holds, in objects that share as many other names. */
const often = 2
const shared = 3

/** `"kiln": "None"`, `"count": "7"` or `"glazes": "red"` in one sample, where all others of the page have a number, or a list. */
export function oddKinds(document: Document, objects: Objects): Slip[] {
  const { samples } = document.facts
  const usual = samples.length > often ? usualKinds(samples, objects) : new Map<string, JsonNode['kind']>()
  if (usual.size === 0) return []
  const uses = usesByKey(samples, objects, ({ key }) => usual.has(key))
  return [...uses].flatMap(([key, all]) => oddOne(document, all, usual.get(key) ?? 'unknown') ?? [])
}

/** What keys hold that hold a string, too, and nothing else besides. */
function usualKinds(samples: readonly Sample[], objects: Objects): ReadonlyMap<string, JsonNode['kind']> {
  const kinds = new Map<string, Set<JsonNode['kind']>>()
  for (const { key, value } of samples.flatMap(objects).flat())
    if (value.kind !== 'null' && value.kind !== 'unknown') shelveOnce(kinds, key, value.kind)
  return new Map(
    [...kinds].flatMap(([key, all]): [string, JsonNode['kind']][] => {
      const usual = all.size === 2 && all.has('string') ? [...all].find((it) => it !== 'string') : undefined
      return usual ? [[key, usual]] : []
    }),
  )
}

function oddOne(document: Document, uses: readonly Use[], usual: JsonNode['kind']): Slip | undefined {
  const odd = uses.filter(({ member }) => member.value.kind === 'string')
  const [first] = odd
  if (!first || odd.some((it) => it.sample !== first.sample || !isOdd(it.member.value, usual))) return undefined
  const others = uses.filter(({ member, beside }) => member.value.kind === usual && isAlike(beside, first))
  const [other] = others
  if (!other || new Set(others.map(({ sample }) => sample)).size < often) return undefined
  const { sample, member } = first
  if (contextOf(document, sample).failing) return undefined
  const { key: name, keyRange: at, value } = member
  const shows = excerpt(document.text.slice(...value.range))
  const place = placeAt(document.path, other.member.keyRange)
  return { sample, kind: 'odd', at, name, says: usual, shows, place }
}

function isOdd(node: JsonNode, usual: JsonNode['kind']): boolean {
  const value = text(node) ?? ''
  if (/^(?:none|null|nil|undefined)$/i.test(value)) return true
  // A list may well be sent in one string, as JSON or parted by commas.
  if (usual === 'array') return /^[^[{,;|\n]+$/.test(value) && !isPlaceholder(value)
  return usual === 'number' && /^-?\d+$/.test(value)
}

function isAlike(beside: readonly JsonMember[], { beside: own }: Use): boolean {
  const names = new Set(own.map(({ key }) => key))
  return beside.filter(({ key }) => names.has(key)).length > shared
}
