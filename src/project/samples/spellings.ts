import { counted, grouped, increment } from '../../grouped.ts'
import { keysIn } from '../../parse/json.ts'
import { foldName } from '../../schema/keys.ts'
import type { Document, Site } from '../../types.ts'
import { once } from '../once.ts'
import type { Project } from '../types/project.ts'

type Spelling = 'snake' | 'kebab' | 'camel' | 'Pascal'

/** Fewer names are no habit, nor is what others than a few do otherwise. */
const enough = 20
const share = 0.95

/**
 * Whether two names are one in the two spellings of their site: a library's pages document names as its language spells
 * them, `createdAt`, and show what is sent over the wire, `created_at`.
 */
export function indexSpellings(project: Project): (document: Document, documented: string, shown: string) => boolean {
  const habits = once(() => habitsOf(project))
  return ({ path }, documented, shown) => {
    if (foldName(documented) !== foldName(shown)) return false
    const { inTables, inSamples } = habits().get(project.site(path)) ?? {}
    return inTables !== inSamples && isSpelt(documented, inTables) && isSpelt(shown, inSamples)
  }
}

function habitsOf({
  documents,
  site,
}: Project): ReadonlyMap<Site, Partial<Record<'inTables' | 'inSamples', Spelling>>> {
  const bySite = grouped(documents.values(), ({ path }) => site(path))
  return new Map(
    Array.from(bySite, ([site, all]) => {
      const tables = all.flatMap(({ facts }) =>
        facts.schemas.flatMap(({ fields }) => fields.flatMap(({ path }) => path)),
      )
      const samples = all.flatMap(({ facts }) => facts.samples.flatMap(({ json }) => (json ? keysIn(json) : [])))
      return [site, { inTables: habit(tables), inSamples: habit(samples) }]
    }),
  )
}

function habit(names: readonly string[]): Spelling | undefined {
  const counts = new Map<Spelling, number>()
  let all = 0
  for (const [name, times] of counted(names)) {
    const spelling = spellingOf(name)
    if (!spelling) continue
    increment(counts, spelling, times)
    all += times
  }
  return all < enough ? undefined : [...counts].find(([, it]) => it >= share * all)?.[0]
}

/** `last4` is `last_4`, or not. */
function isSpelt(name: string, spelling: Spelling | undefined): boolean {
  return spelling !== undefined && (spellingOf(name) === spelling || /^[a-z]+\d+$/.test(name))
}

/** A name of one word has none, nor has one that mixes them. */
function spellingOf(name: string): Spelling | undefined {
  if (/^[a-z\d]+(?:_[a-z\d]+)+$/.test(name)) return 'snake'
  if (/^[a-z\d]+(?:-[a-z\d]+)+$/.test(name)) return 'kebab'
  if (/^[a-z][a-z\d]*[A-Z][A-Za-z\d]*$/.test(name)) return 'camel'
  return /^[A-Z][a-z\d]+[A-Z][A-Za-z\d]*$/.test(name) ? 'Pascal' : undefined
}
