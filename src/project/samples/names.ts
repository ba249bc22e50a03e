import { shelve } from '../../grouped.ts'
import { objectsIn } from '../../parse/json.ts'
import { foldName } from '../../schema/keys.ts'
import type { Field, JsonMember, Sample, Schema } from '../../types.ts'
import { shownBy } from './context.ts'

/** The members of each object in a sample, at any depth. */
export type Objects = (sample: Sample) => readonly (readonly JsonMember[])[]

export function membersIn(sample: Sample): (readonly JsonMember[])[] {
  const json = shownBy(sample)
  return json ? objectsIn(json).map(({ members }) => members) : []
}

/** A key in a sample, and all members of its object. */
export interface Use {
  sample: Sample
  member: JsonMember
  beside: readonly JsonMember[]
}

/** The keys of samples that are asked for, in the order of the text. */
export function usesByKey(
  samples: readonly Sample[],
  objects: Objects,
  isAsked: (member: JsonMember) => boolean,
): Map<string, Use[]> {
  const found = new Map<string, Use[]>()
  for (const sample of samples)
    for (const beside of objects(sample))
      for (const member of beside) if (isAsked(member)) shelve(found, member.key, { sample, member, beside })
  return found
}

/** What a field is called, wherever it stands: neither a list nor the keys of a map have a name. */
export function fieldName({ path }: Pick<Field, 'path'>): string {
  return path.findLast((it) => it !== '[]' && it !== '*') ?? ''
}

/** The names of a schema's own properties, folded. */
export function namesIn({ fields }: Schema): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { path } of fields) if (path[0] !== undefined && path[0] !== '[]') names.add(foldName(path[0]))
  return names
}
