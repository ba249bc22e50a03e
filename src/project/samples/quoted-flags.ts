import { shelve } from '../../grouped.ts'
import { placeAt } from '../../schema/place.ts'
import type { Document, JsonMember, JsonNode, Sample } from '../../types.ts'
import type { Project } from '../types/project.ts'
import { contextOf, shownBy } from './context.ts'
import { ofAny } from './mixed-lists.ts'
import { fieldName, type Slip } from './names.ts'

/** A member that is a flag or the word for one, and the names beside it. */
interface Flag {
  sample: Sample
  member: JsonMember
  beside: readonly JsonMember[]
}

/** `"fired": true` in one sample of an endpoint, and `"fired": "true"` at the same place of another one that goes the same way. */
export function quotedFlags(document: Document, project: Project): Slip[] {
  const { text, path } = document
  if (!/"(?:true|false)"/.test(text)) return []
  return [...flagsByPlace(document, project).values()].flatMap((flags): Slip[] => {
    const odd = flags.find(({ member: { value } }) => value.kind === 'string')
    const usual = odd && flags.find((it) => it.member.value.kind === 'boolean' && isAlike(it, odd))
    if (!odd || !usual || mayBeText(document, odd.member.key)) return []
    const { keyRange: at, key: name, value } = odd.member
    const says = `as ${text.slice(...usual.member.value.range)} in another sample of its endpoint`
    const place = placeAt(path, usual.member.keyRange)
    return [{ sample: odd.sample, kind: 'quoted-flag', at, name, says, shows: text.slice(...value.range), place }]
  })
}

function flagsByPlace(document: Document, project: Project): ReadonlyMap<string, readonly Flag[]> {
  const found = new Map<string, Flag[]>()
  for (const sample of document.facts.samples) {
    const group = project.endpoints.of(document, sample.section)
    const json = group && shownBy(sample)
    const { role, failing } = json ? contextOf(document, sample) : { role: 'unknown' }
    if (!group || !json || role === 'unknown' || failing) continue
    for (const [place, flag] of flagsIn(json, sample)) shelve(found, `${group.section} ${role} ${place}`, flag)
  }
  return found
}

function flagsIn(node: JsonNode, sample: Sample, place = ''): [string, Flag][] {
  if (node.kind === 'array') return node.items.flatMap((it) => flagsIn(it, sample, `${place}[]`))
  if (node.kind !== 'object') return []
  return node.members.flatMap((member) => {
    const own = `${place}.${member.key}`
    if (isFlag(member)) return [[own, { sample, member, beside: node.members }] as [string, Flag]]
    return flagsIn(member.value, sample, own)
  })
}

function isFlag({ key, value }: JsonMember): boolean {
  const isWord = value.kind === 'string' && (value.value === 'true' || value.value === 'false')
  return (isWord || value.kind === 'boolean') && !ofAny.test(key)
}

/** One of the two shows nothing that the other one lacks. */
function isAlike(one: Flag, other: Flag): boolean {
  return one.sample !== other.sample && (holds(one, other) || holds(other, one))
}

function holds({ beside: many }: Flag, { beside: few }: Flag): boolean {
  const names = new Set(many.map(({ key }) => key))
  return few.every(({ key }) => names.has(key))
}

/** Whether a table of the page says that it is a text: what shows a flag is told there. */
export function mayBeText({ facts }: Document, key: string): boolean {
  return facts.schemas.some(({ fields }) =>
    fields.some((it) => fieldName(it) === key && it.type.kinds?.includes('string')),
  )
}
