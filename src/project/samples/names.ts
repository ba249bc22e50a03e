import { shelve } from '../../grouped.ts'
import { objectsIn, text } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { foldName } from '../../schema/keys.ts'
import type { Document, Field, JsonMember, JsonNode, Sample, Schema } from '../../types.ts'
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

/** What other samples and tables of its page say is wrong in a sample. */
export interface Slip extends Contradiction {
  sample: Sample
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

/** `"true"`: the word for a truth, and no truth. Most pages pay one look for all of them. */
export const quotedTruth = /"(?:true|false)"/

export function isQuotedTruth(node: JsonNode): boolean {
  const said = text(node)
  return said === 'true' || said === 'false'
}

/** Whether a table of the page says that it is a text: what shows a flag is told there. */
export function mayBeText({ facts }: Document, key: string): boolean {
  return facts.schemas.some(({ fields }) =>
    fields.some((it) => fieldName(it) === key && it.type.kinds?.includes('string')),
  )
}
