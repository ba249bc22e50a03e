import { incrementIn } from '../../grouped.ts'
import { foldName } from '../../schema/keys.ts'
import type { Document, Site } from '../../types.ts'
import type { Project } from '../types/project.ts'
import { keysIn } from './names.ts'

/** How a site spells names of several words. */
export interface SpellingIndex {
  /**
   * Whether two names are one in the two spellings of their site: a library's pages document names as its language spells
   * them, `createdAt`, and show what is sent over the wire, `created_at`.
   */
  areTwo(document: Document, documented: string, shown: string): boolean
}

type Spelling = 'snake' | 'kebab' | 'camel' | 'Pascal'
type Counts = Map<Spelling, number>

/** Fewer names are no habit, nor is what others than a few do otherwise. */
const enough = 20
const share = 0.95

export function indexSpellings(project: Project): SpellingIndex {
  const tables = new Map<Site, Counts>()
  const samples = new Map<Site, Counts>()
  for (const { path, facts } of project.documents.values()) {
    const site = project.site(path)
    count(
      tables,
      site,
      facts.schemas.flatMap(({ fields }) => fields.flatMap((it) => it.path)),
    )
    count(
      samples,
      site,
      facts.samples.flatMap(({ json }) => (json ? keysIn(json) : [])),
    )
  }
  return {
    areTwo(document, documented, shown) {
      if (foldName(documented) !== foldName(shown)) return false
      const site = project.site(document.path)
      const [one, other] = [habit(tables.get(site)), habit(samples.get(site))]
      return one !== other && isSpelt(documented, one) && isSpelt(shown, other)
    },
  }
}

function count(all: Map<Site, Counts>, site: Site, names: readonly string[]): void {
  for (const name of names) {
    const spelling = spellingOf(name)
    if (spelling) incrementIn(all, site, spelling)
  }
}

function habit(counts: Counts = new Map()): Spelling | undefined {
  const all = [...counts.values()].reduce((sum, it) => sum + it, 0)
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
