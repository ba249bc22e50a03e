import { shelve } from '../../../grouped.ts'
import { items } from '../../../parse/json.ts'
import type { Contradiction } from '../../../schema/contradiction.ts'
import { placeAt } from '../../../schema/place.ts'
import type { JsonMember, Sample } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import type { Project } from '../../types/project.ts'
import type { Objects } from '../names.ts'
import type { SchemaLinks } from '../schemas/index.ts'

/** So many objects say what the list is called, and so many for each one that calls it otherwise. */
const [enough, surer] = [5, 5]

interface Sole {
  path: string
  sample: Sample
  member: JsonMember
}

/** `{ "message": ["…"] }`, where the page and many others have `{ "messages": ["…"] }`: a list of words is all that both hold. */
export function indexSoleLists(
  project: Project,
  counts: ReadonlyMap<string, number>,
  objects: Objects,
  { isListed }: Pick<SchemaLinks, 'isListed'>,
): (sample: Sample) => Contradiction[] {
  const found = new Map<Sample, Contradiction[]>()
  const lists = soleLists(project, objects)
  for (const [key, uses] of lists) {
    const near = key.endsWith('s') ? key.slice(0, -1) : `${key}s`
    const others = lists.get(near) ?? []
    if (others.length < Math.max(enough, uses.length * surer)) continue
    // Who has the name elsewhere, too, has another thing of that name.
    if (counts.get(key) !== uses.length || isListed(key)) continue
    for (const { path, sample, member } of uses) {
      const first = others.find((it) => it.path === path)
      if (!first) continue
      const place = placeAt(path, first.member.keyRange)
      shelve(found, sample, { kind: 'sole', at: member.keyRange, name: key, says: near, shows: key, place })
    }
  }
  return (sample) => found.get(sample) ?? []
}

/** The members that are all of their objects and hold words, by their names. */
function soleLists(project: Project, objects: Objects): ReadonlyMap<string, readonly Sole[]> {
  const found = new Map<string, Sole[]>()
  for (const { path, facts } of sortedDocuments(project))
    for (const sample of facts.samples)
      for (const [member, another] of objects(sample))
        if (member && !another && holdsWords(member)) shelve(found, member.key, { path, sample, member })
  return found
}

function holdsWords({ value }: JsonMember): boolean {
  const held = items(value)
  return held.length > 0 && held.every(({ kind }) => kind === 'string')
}
