import { getOrAdd, increment } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import { type Slugger, sluggers } from '../../../site/slugs.ts'
import { squash } from '../../../text.ts'
import type { Site } from '../../../types.ts'
import { once } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import { type Addition, additions } from './additions.ts'
import { type Askings, ask, indexFilled } from './filled.ts'
import { isNoAnchor, isRoute, some, spellings } from './fragment.ts'
import type { Anchors } from './page.ts'

/** What the working links of a site say about the way in which its anchors are made. */
export interface Evidence {
  /**
   * Algorithms that the site contradicts: far more of its links work under its generator's own and would break under
   * the other than the reverse. Then the few that only the other explains are mistakes.
   */
  ruledOut: ReadonlySet<Slugger>
  /** What plugins add: it counts where it explains most of what no algorithm does. */
  additions: readonly Addition[]
  /** Whether a program seems to make the anchors of a page: most that it is asked for are like none that it shows. */
  isMadeElsewhere(path: string): boolean
  /** Pages of the application that shows the site: no algorithm makes ids like these, and it has many. */
  routes: ReadonlySet<string>
  /** Whether a build joins the site's pages into one: most that they ask themselves for stands on others of them. */
  isJoined(): boolean
}

/** Votes of one site. */
interface Votes {
  against: Map<Slugger, number>
  for: Map<Slugger, number>
  explained: Map<Addition, number>
  unexplained: number
  asked: Askings
  routes: Set<string>
  /** Of the links of a page to itself, how many work, and what the others ask for. */
  atHome: number
  astray: string[][]
}

/** Fewer contradictions prove nothing, and they have to outweigh the agreements this many times. */
const enough = 10
const times = 3
/**
 * Where nobody knows what makes the ids, so many links to ids below their parents' show that they are made so: hardly any broken
 * link is two titles of its page by chance.
 */
const few = 3

export function weigh(project: Project, anchors: (path: string) => Anchors): (site: Site) => Evidence {
  const votes = new Map<Site, Votes>()
  for (const document of project.documents.values()) {
    for (const link of document.facts.links) {
      if (!link.url.includes('#')) continue
      const target = project.resolve(document, link)
      if (target.kind !== 'document' || isNoAnchor(target.fragment, 'none')) continue
      const page = anchors(target.path)
      const names = spellings(target.fragment)
      const own = getOrAdd(votes, project.site(target.path), noVotes)
      const explained = explain(own, page, names)
      // A page that links to itself shows what it has, and a translation whose titles changed is no program's.
      if (target.path !== document.path)
        ask(own.asked, target, explained || page.squashed().has(squash(target.fragment)))
      else if (explained) own.atHome++
      else own.astray.push(names)
    }
  }
  const evidence = new Map([...votes].map(([site, it]) => [site, judge(site, it, () => idsOf(project, site, anchors))]))
  const unknown: Evidence = {
    ruledOut: new Set(),
    additions,
    routes: new Set(),
    isMadeElsewhere: () => false,
    isJoined: () => false,
  }
  return (site) => evidence.get(site) ?? unknown
}

function noVotes(): Votes {
  return {
    against: new Map(),
    for: new Map(),
    explained: new Map(),
    unexplained: 0,
    asked: new Map(),
    routes: new Set(),
    atHome: 0,
    astray: [],
  }
}

/** What stands on any page of a site, and what its pages are called: whoever joins them may make that the place of each. */
function idsOf(project: Project, site: Site, anchors: (path: string) => Anchors): Set<string> {
  const paths = [...project.documents.keys()].filter((it) => project.site(it) === site)
  return new Set(
    paths.flatMap((it) => [splitPath(it).name.replace(/\.\w+$/, ''), ...idInCollection(it), ...anchors(it).all()]),
  )
}

/** What Jekyll calls a document of a collection, `/kilns/small`, without the slashes, which templates take out to have an id. */
function idInCollection(path: string): string[] {
  const id = /(?:^|\/)_([^/]+\/.+)\.\w+$/.exec(path)?.[1]
  return id === undefined ? [] : [id.replaceAll('/', '')]
}

/** Says whether the page has what the link leads to. */
function explain(votes: Votes, page: Anchors, names: string[]): boolean {
  if (some(page.written, names) || vote(votes, page, names)) return true
  for (const it of names) if (isRoute(it) && !page.squashed().has(squash(it))) votes.routes.add(it)
  return false
}

/** Says whether an algorithm explains the link. */
function vote(votes: Votes, page: Anchors, names: string[]): boolean {
  // Where all algorithms agree, nothing speaks against any.
  if (some(page.agreed(), names)) return true
  const works = some(page.own(), names)
  const agreeing = sluggers.filter((it) => some(page.under(it), names))
  if (works) for (const it of sluggers) agreeing.includes(it) || increment(votes.against, it)
  else for (const it of agreeing) increment(votes.for, it)
  if (works || agreeing.length > 0) return true
  votes.unexplained++
  const added = additions.filter((it) => some(page.added(it), names))
  for (const it of added) increment(votes.explained, it)
  return added.length > 0
}

function judge({ generator }: Site, votes: Votes, ids: () => ReadonlySet<string>): Evidence {
  const ruledOut = sluggers.filter((it) => {
    const against = votes.against.get(it) ?? 0
    return against >= enough && against >= times * (votes.for.get(it) ?? 0)
  })
  return {
    ruledOut: new Set(ruledOut),
    additions: additions.filter((it) => {
      const explained = votes.explained.get(it) ?? 0
      // Of a version, a writer who guesses keeps the dots, too.
      if (it === 'dots' && explained < few) return false
      return 2 * explained >= votes.unexplained || (it === 'parents' && generator === 'none' && explained >= few)
    }),
    routes: votes.routes.size >= enough ? votes.routes : new Set(),
    isMadeElsewhere: indexFilled(votes.asked),
    isJoined: once(() => {
      const { astray, atHome } = votes
      // Counted first: hardly any site has so many that their anchors have to be gathered.
      if (astray.length < enough || astray.length <= atHome) return false
      const all = ids()
      const found = astray.filter((it) => some(all, it)).length
      return found >= enough && found > atHome
    }),
  }
}
