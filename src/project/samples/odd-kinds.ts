import { shelve, shelveOnce } from '../../grouped.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { placeAt } from '../../schema/place.ts'
import { isPlaceholder } from '../../schema/values.ts'
import { excerpt } from '../../text.ts'
import type { Document, JsonMember, JsonNode, Sample } from '../../types.ts'
import { once } from '../once.ts'
import { contextOf } from './context.ts'
import { mixedLists } from './mixed-lists.ts'
import type { Objects } from './names.ts'
import { pluralKeys } from './plural-keys.ts'

/** So many other samples show what a key holds, in objects that share as many other names. */
const often = 2
const shared = 3

interface Use {
  sample: Sample
  member: JsonMember
  beside: readonly JsonMember[]
}

/** `"kiln": "None"`, `"count": "7"` or `"glazes": "red"` in one sample, where all others of the page have a number, or a list; and so in a list. */
export function oddKinds(document: Document, objects: Objects): (sample: Sample) => Contradiction[] {
  const { samples } = document.facts
  const found = once(() => {
    const slips = new Map<Sample, Contradiction[]>()
    const usual = usualKinds(samples, objects)
    for (const [key, uses] of usual.size > 0 ? usesOf(samples, objects, usual) : []) {
      const slip = oddOne(document, uses, usual.get(key) ?? 'unknown')
      if (slip) shelve(slips, slip.sample, slip.contradiction)
    }
    return slips
  })
  const oddOnes = (sample: Sample) => (samples.length > often ? (found().get(sample) ?? []) : [])
  const plurals = pluralKeys(document, objects)
  return (sample) => [...oddOnes(sample), ...mixedLists(document, sample, objects), ...plurals(sample)]
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

function usesOf(
  samples: readonly Sample[],
  objects: Objects,
  keys: { has(key: string): boolean },
): ReadonlyMap<string, Use[]> {
  const found = new Map<string, Use[]>()
  for (const sample of samples)
    for (const beside of objects(sample))
      for (const member of beside) if (keys.has(member.key)) shelve(found, member.key, { sample, member, beside })
  return found
}

function oddOne(document: Document, uses: readonly Use[], usual: JsonNode['kind']) {
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
  const contradiction: Contradiction = { kind: 'odd', at, name, says: usual, shows, place }
  return { sample, contradiction }
}

function isOdd(node: JsonNode, usual: JsonNode['kind']): boolean {
  const value = node.kind === 'string' ? String(node.value) : ''
  if (/^(?:none|null|nil|undefined)$/i.test(value)) return true
  // A list may well be sent in one string, as JSON or parted by commas.
  if (usual === 'array') return /^[^[{,;|\n]+$/.test(value) && !isPlaceholder(value)
  return usual === 'number' && /^-?\d+$/.test(value)
}

function isAlike(beside: readonly JsonMember[], { beside: own }: Use): boolean {
  const names = new Set(own.map(({ key }) => key))
  return beside.filter(({ key }) => names.has(key)).length > shared
}
