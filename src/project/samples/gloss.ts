import { members } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { foldName } from '../../schema/keys.ts'
import type { Document, Sample } from '../../types.ts'
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
  const places = new Set(roots.flatMap((it) => members(it).map(({ keyRange }) => keyRange[0])))
  return new Set(
    found.flatMap(({ kind, at, shows }) => (kind === 'unknown' && places.has(at[0]) ? foldName(shows) : [])),
  )
}
