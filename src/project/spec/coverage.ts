import { splitPath } from '../../text.ts'
import type { Document } from '../../types.ts'
import { type Contract, isIn } from './contracts.ts'
import type { Documented } from './matching.ts'

/**
 * Whether a contract speaks for an endpoint of a page: it holds most of what is documented around it. `home` is where the
 * reference stands; a `page` elsewhere is about the same product, but it may be a guide that makes up an endpoint.
 */
export type Covers = (contract: Contract, documented: Documented) => 'home' | 'page' | undefined

/** Where the user says for which pages a contract speaks, nobody has to guess. */
export type Configured = (contract: Contract) => ((page: string) => boolean) | undefined

/** What a page or a folder documents of the contract's product, and how much of it the contract holds. */
interface Tally {
  endpoints: number
  matched: number
}

export function coverage(all: readonly Documented[], configured: Configured): Covers {
  const covered = new Map<Contract, Places>()
  return (contract, documented) => {
    const { path } = documented.document
    const named = configured(contract)
    if (named) return named(path) ? 'home' : undefined
    if (!isInDomain(contract, documented)) return undefined
    const { home, pages } = covered.get(contract) ?? coveredPlaces(contract, all)
    covered.set(contract, { home, pages })
    if (home !== undefined && (home === '' || path === home || path.startsWith(`${home}/`))) return 'home'
    return pages.has(path) ? 'page' : undefined
  }
}

interface Places {
  /** A page or a folder, where the contract holds most of what it documents. */
  home?: string
  pages: ReadonlySet<string>
}

function isInDomain({ domains }: Contract, { endpoint: { path } }: Documented): boolean {
  return domains.some((it) => isIn(it, path))
}

/** The smallest place with four in five of the contract's endpoints, and all pages with a handful of them and little else. */
function coveredPlaces(contract: Contract, all: readonly Documented[]): Places {
  const tallies = tally(contract, all)
  const total = tallies.get('')?.matched ?? 0
  const least = isComplete(contract) ? { count: 3, share: 60 } : { count: 5, share: 80 }
  const isCovered = ({ matched, endpoints }: Tally) =>
    matched >= least.count && matched * 100 >= endpoints * least.share
  const [home] = [...tallies]
    .filter(([, it]) => it.matched * 5 >= total * 4)
    .sort(([a], [b]) => b.split('/').length - a.split('/').length || b.length - a.length)
  const known = new Set(all.map(({ document }) => document.path))
  const pages = [...tallies].flatMap(([place, it]) => (known.has(place) && isCovered(it) ? place : []))
  return { home: home && isCovered(home[1]) ? home[0] : undefined, pages: new Set(pages) }
}

/** Whether the pages document all of its operations: then three are a handful. */
function isComplete({ operations, matches }: Contract): boolean {
  return new Set(matches.map(({ operation }) => operation)).size === operations.length
}

/** The page, and every folder around it. */
function placesOf({ path }: Document): string[] {
  const places = [path]
  for (let at = path; at !== ''; ) {
    at = splitPath(at).folder
    places.push(at)
  }
  return places
}

function tally(contract: Contract, all: readonly Documented[]): Map<string, Tally> {
  const matched = new Set(contract.matches.map(({ documented }) => documented))
  const found = new Map<string, Tally>()
  for (const it of all) {
    if (!isInDomain(contract, it)) continue
    for (const place of placesOf(it.document)) {
      const known = found.get(place) ?? { endpoints: 0, matched: 0 }
      known.endpoints++
      if (matched.has(it)) known.matched++
      found.set(place, known)
    }
  }
  return found
}
