import { members } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { foldName } from '../../schema/keys.ts'
import type { Document, JsonNode, Sample } from '../../types.ts'
import type { Match } from './schemas/index.ts'

/** A table without types below a sample, and without a title of its own, explains what needs it: where that leaves out much, it does so on purpose. */
export function isGloss(document: Document, sample: Sample, match: Match, found: readonly Contradiction[]): boolean {
  const { path, node } = match.schema
  const { schemas } = document.facts
  const table = path === document.path ? schemas.find((it) => it.range[0] === node.range[0]) : undefined
  if (table?.form !== 'table' || table.section !== sample.section || table.range[0] < sample.range[1]) return false
  if (table.fields.some(({ typeText, required }) => typeText !== '' || required !== 'unknown')) return false
  const shown = match.roots.flatMap((it) => members(it).map(({ key }) => foldName(key)))
  const { size } = strangeNames(found, match)
  return size > 1 && size * 4 > new Set(shown).size
}

/** What the schema lacks of the object itself. */
export function strangeNames(found: readonly Contradiction[], { roots }: Match): ReadonlySet<string> {
  return new Set(atTop(found, roots).flatMap(({ kind, shows }) => (kind === 'unknown' ? foldName(shows) : [])))
}

/** What is found of an object's own members, and not of what they hold. */
export function atTop(found: readonly Contradiction[], roots: readonly JsonNode[]): Contradiction[] {
  const places = new Set(roots.flatMap((it) => members(it).map(({ keyRange }) => keyRange[0])))
  return found.filter(({ at }) => places.has(at[0]))
}
