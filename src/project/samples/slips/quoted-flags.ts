import { shelve } from '../../../grouped.ts'
import { placeAt } from '../../../schema/place.ts'
import type { Document, JsonMember, JsonNode, Sample } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import { shownBy } from '../context.ts'
import type { Use } from '../names.ts'
import { ofAny } from './mixed-lists.ts'
import type { Slip } from './slip.ts'
import { isQuotedTruth, mayBeText } from './truths.ts'

/** `"fired": true` in one sample of an endpoint, and `"fired": "true"` at the same place of another one that goes the same way. */
export function quotedFlags(document: Document, project: Project): Slip[] {
  const { text, path, facts } = document
  if (facts.samples.length < 2) return []
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

function flagsByPlace(document: Document, project: Project): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>()
  for (const sample of document.facts.samples) {
    const group = project.endpoints.of(document, sample.section)
    const json = group && shownBy(sample)
    const { role, failing } = json ? project.samples.context(document, sample) : { role: 'unknown' }
    if (!group || !json || role === 'unknown' || failing) continue
    for (const [place, flag] of flagsIn(json, sample)) shelve(found, `${group.section} ${role} ${place}`, flag)
  }
  return found
}

function flagsIn(node: JsonNode, sample: Sample, place = ''): [string, Use][] {
  if (node.kind === 'array') return node.items.flatMap((it) => flagsIn(it, sample, `${place}[]`))
  if (node.kind !== 'object') return []
  return node.members.flatMap((member) => {
    const own = `${place}.${member.key}`
    if (isFlag(member)) return [[own, { sample, member, beside: node.members }] as [string, Use]]
    return flagsIn(member.value, sample, own)
  })
}

function isFlag({ key, value }: JsonMember): boolean {
  return (isQuotedTruth(value) || value.kind === 'boolean') && !ofAny.test(key)
}

/** One of the two shows nothing that the other one lacks. */
function isAlike(one: Use, other: Use): boolean {
  return one.sample !== other.sample && (holds(one, other) || holds(other, one))
}

function holds({ beside: many }: Use, { beside: few }: Use): boolean {
  const names = new Set(many.map(({ key }) => key))
  return few.every(({ key }) => names.has(key))
}
