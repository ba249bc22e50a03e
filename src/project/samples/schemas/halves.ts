import type { Document, Schema, Section } from '../../../types.ts'

/** What stands in the place of a table: where it is one of two halves, the first one all that both say, the second one nothing. */
export type Halves = ReadonlyMap<Schema, Schema | undefined>

/** "Required parameters", and right behind it "Optional parameters": what the two tables describe is one thing. */
export function halvesOf({ facts: { sections, schemas } }: Document): Halves {
  const found = new Map<Schema, Schema | undefined>()
  for (const [at, first] of schemas.entries()) {
    const second = schemas[at + 1]
    if (!second || second.role !== first.role || second.form !== first.form || found.has(first)) continue
    if (!areHalves(sections, first.section, second.section)) continue
    found.set(first, { ...first, fields: [...first.fields, ...second.fields] })
    found.set(second, undefined)
  }
  return found
}

function areHalves(sections: readonly Section[], one: number, other: number): boolean {
  const [first, second] = [sections[one], sections[other]]
  if (!first || !second || one === other || first.parent !== second.parent || first.depth !== second.depth) return false
  const [own, next] = [first.title, second.title].map((it) => it.toLowerCase().split(demand))
  return own?.length === 2 && next?.length === 2 && own.join() === next.join() && first.title !== second.title
}

const demand = /\b(?:required|mandatory|optional)\b/
