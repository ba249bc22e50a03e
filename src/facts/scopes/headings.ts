import { grouped } from '../../grouped.ts'
import type { Scope } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { hasParts, isName } from './names.ts'
import { asScope, type Stated } from './stated.ts'
import type { ScopeWords } from './words.ts'

/** `### users:read`, a heading for each scope, below one that speaks of scopes: a catalogue that explains them at length. */
export function headingScopes({ sections, text }: Syntax, words: ScopeWords, speaking: ReadonlySet<number>): Stated[] {
  if (speaking.size === 0) return []
  const below = sections.flatMap(({ title, parent = 0, heading }, section) =>
    speaking.has(parent) ? [{ name: title.trim(), parent, heading, section }] : [],
  )
  const catalogues = [...grouped(below, ({ parent }) => parent).values()].flatMap((all) => {
    const named = all.filter((it) => isName(it.name) && !words.isNeutral(it.name, true))
    const parted = named.filter((it) => hasParts(it.name)).length
    return parted * 2 >= all.length && named.length * 4 >= all.length * 3 ? [{ named, parted }] : []
  })
  if (catalogues.reduce((sum, { parted }) => sum + parted, 0) < 3) return []
  return catalogues.map(({ named }) => ({
    scopes: named.map(({ name, heading, section }): Scope => {
      const start = Math.max(text.indexOf(name, heading[0]), heading[0])
      return asScope('catalogue', section)({ name, range: [start, start + name.length] })
    }),
  }))
}
