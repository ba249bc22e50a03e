import { type Slugger, sluggers } from '../../site/slugs.ts'
import type { Site } from '../../types.ts'
import type { Project } from '../index.ts'
import { type Addition, additions } from './additions.ts'
import type { Anchors } from './anchors.ts'
import { isNoAnchor, some, spellings } from './fragment.ts'

/** What the working links of a site say about the way in which its anchors are made. */
export interface Evidence {
  /**
   * Algorithms that the site contradicts: far more of its links work under its generator's own and would break under
   * the other than the reverse. Then the few that only the other explains are mistakes.
   */
  ruledOut: ReadonlySet<Slugger>
  /** What plugins add: it counts where it explains most of what no algorithm does. */
  additions: readonly Addition[]
}

/** Votes of one site. */
interface Votes {
  against: Map<Slugger, number>
  for: Map<Slugger, number>
  explained: Map<Addition, number>
  unexplained: number
}

/** Fewer contradictions prove nothing, and they have to outweigh the agreements this many times. */
const enough = 10
const times = 3

export function weigh(project: Project, anchors: (path: string) => Anchors): (site: Site) => Evidence {
  const votes = new Map<Site, Votes>()
  for (const document of project.documents.values()) {
    for (const link of document.facts.links) {
      if (!link.url.includes('#')) continue
      const target = project.resolve(document, link)
      if (target.kind !== 'document' || isNoAnchor(target.fragment, 'none')) continue
      const page = anchors(target.path)
      const names = spellings(target.fragment)
      if (some(page.written, names)) continue
      const site = project.site(target.path)
      const own = votes.get(site) ?? { against: new Map(), for: new Map(), explained: new Map(), unexplained: 0 }
      votes.set(site, own)
      vote(own, page, names)
    }
  }
  const evidence = new Map([...votes].map(([site, it]) => [site, judge(it)]))
  return (site) => evidence.get(site) ?? { ruledOut: new Set(), additions }
}

function vote(votes: Votes, page: Anchors, names: string[]): void {
  // Where all algorithms agree, nothing speaks against any.
  if (some(page.agreed(), names)) return
  const works = some(page.own(), names)
  const agreeing = sluggers.filter((it) => some(page.under(it), names))
  if (works) for (const it of sluggers) agreeing.includes(it) || increment(votes.against, it)
  else for (const it of agreeing) increment(votes.for, it)
  if (works || agreeing.length > 0) return
  votes.unexplained++
  for (const it of additions) if (some(page.added(it), names)) increment(votes.explained, it)
}

function judge(votes: Votes): Evidence {
  const ruledOut = sluggers.filter((it) => {
    const against = votes.against.get(it) ?? 0
    return against >= enough && against >= times * (votes.for.get(it) ?? 0)
  })
  return {
    ruledOut: new Set(ruledOut),
    additions: additions.filter((it) => 2 * (votes.explained.get(it) ?? 0) >= votes.unexplained),
  }
}

function increment<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
