import { objectsIn } from '../../parse/json.ts'
import { foldName } from '../../schema/keys.ts'
import type { Field, JsonMember, JsonNode, Sample, Schema } from '../../types.ts'
import { shownBy } from './context.ts'

/** The members of each object in a sample, at any depth. */
export type Objects = (sample: Sample) => readonly (readonly JsonMember[])[]

export function objectsOf(sample: Sample): (readonly JsonMember[])[] {
  const json = shownBy(sample)
  return json ? objectsIn(json).map(({ members }) => members) : []
}

/** What a field is called, wherever it stands: neither a list nor the keys of a map have a name. */
export function fieldName({ path }: Pick<Field, 'path'>): string {
  return path.findLast((it) => it !== '[]' && it !== '*') ?? ''
}

/** The keys of all objects in it. */
export function keysIn(root: JsonNode): string[] {
  return objectsIn(root).flatMap(({ members }) => members.map(({ key }) => key))
}

/** The names of a schema's own properties, folded. */
export function namesIn({ fields }: Schema): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { path } of fields) if (path[0] !== undefined && path[0] !== '[]') names.add(foldName(path[0]))
  return names
}
