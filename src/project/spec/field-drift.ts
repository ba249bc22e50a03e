import { shelve } from '../../grouped.ts'
import { member, members } from '../../parse/json.ts'
import type { JsonMember } from '../../types.ts'
import type { Input } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import type { DescribedTwice } from '../types/samples.ts'
import type { Comparison, FieldDrift } from '../types/spec.ts'
import { propertiesOf, typeNames } from './request.ts'
import { alike } from './strangers.ts'

/** What several operations show of one table counts where all of them contradict it. By page. */
export function fieldDrift(project: Project, { contracts }: Comparison): Map<string, FieldDrift[]> {
  const found = new Map<string, FieldDrift[]>()
  if (contracts.every(({ matches }) => matches.length === 0)) return found
  const names = new Map(contracts.map(({ document, name }) => [document.path, name]))
  const verdicts = new Map<string, Verdict[]>()
  for (const document of project.documents.values()) {
    for (const pair of project.samples.describedTwice(document)) {
      const spec = names.get(pair.contract.path) ?? pair.contract.path
      for (const it of compared(project, pair, spec))
        shelve(verdicts, `${it.page} ${it.field.keyRange[0]} ${it.field.key}`, it)
    }
  }
  for (const all of verdicts.values()) {
    const [first] = all
    if (first?.drift && all.every(({ drift }) => drift)) shelve(found, first.page, first.drift)
  }
  return found
}

interface Verdict {
  page: string
  field: JsonMember
  drift?: FieldDrift
}

/** A table that has less than two thirds of its names in common with the contract is about something else. */
function compared(project: Project, { page, contract }: DescribedTwice, spec: string): Verdict[] {
  const { list } = propertiesOf(project, contract)
  const fields = members(member(page.node, 'properties'))
  const known = new Map(list.map((it) => [it.name, it]))
  const shared = fields.filter(({ key }) => known.has(key)).length
  if (shared < 2 || shared * 3 < fields.length * 2) return []
  const told = new Set(fields.map(({ key }) => key))
  const free = list.filter(({ name }) => !told.has(name))
  return fields.map((field): Verdict => {
    const input = known.get(field.key)
    const meant = input ? undefined : alike(field.key, free)
    const drift = input ? otherType(field, input, spec) : meant && driftOf('name', field, meant, spec)
    return { page: page.path, field, drift }
  })
}

function driftOf(kind: FieldDrift['kind'], field: JsonMember, input: Input, spec: string): FieldDrift {
  const at = kind === 'name' ? field.keyRange : (member(field.value, 'type')?.range ?? field.keyRange)
  const specified = kind === 'name' ? input.name : input.type
  const documented = kind === 'name' ? field.key : typeNames(field.value).join(' or ')
  return { kind, at, name: field.key, documented, specified, spec, place: input.named ?? input.place }
}

/** "object" and the name of its type are what many pages write of a list of them. */
function otherType(field: JsonMember, input: Input, spec: string): FieldDrift | undefined {
  const own = typeNames(field.value)
  const { kinds } = input
  if (own.length === 0 || !kinds || own.some((it) => kinds.some((kind) => kind === it))) return undefined
  if (own.includes('object') && kinds.includes('array')) return undefined
  return driftOf('type', field, input, spec)
}
