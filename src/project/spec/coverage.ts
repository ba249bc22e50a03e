import { splitPath } from '../../text.ts'
import type { Document } from '../../types.ts'
import { beginningOf, type Contract, isIn } from './contracts.ts'
import { type Documented, grouped } from './matching.ts'
import type { Operation } from './operations.ts'

/**
 * Whether a contract speaks for an endpoint of a page: it holds most of what is documented around it. `home` is where the
 * reference stands; a `page` elsewhere is about the same product, but it may be a guide that makes up an endpoint.
 */
export type Covers = (contract: Contract, documented: Documented) => 'home' | 'page' | undefined

/** Where the user says for which pages a contract speaks, nobody has to guess. */
export type Configured = (contract: Contract) => ((page: string) => boolean) | undefined

/** What a page or a folder documents of the contract's product. */
interface Tally {
  endpoints: number
  /** How many of them some contract has: several files may make up one product's. */
  known: number
  /** Endpoints and operations that are this contract's. */
  matched: number
  operations: Set<Operation>
}

export function coverage(all: readonly Documented[], contracts: readonly Contract[], configured: Configured): Covers {
  const covered = new Map<Contract, Places>()
  const known = new Set(contracts.flatMap(({ matches }) => matches.map(({ documented }) => documented)))
  return (contract, documented) => {
    const { document } = documented
    const named = configured(contract)
    if (named) return named(document.path) ? 'home' : undefined
    if (!isInDomain(contract, documented)) return undefined
    const places = covered.get(contract) ?? coveredPlaces(contract, tally(contract, all, known))
    covered.set(contract, places)
    if (placesOf(document).some((it) => places.homes.has(it))) return 'home'
    return places.pages.has(document.path) ? 'page' : undefined
  }
}

interface Places {
  homes: ReadonlySet<string>
  pages: ReadonlySet<string>
}

/** Where its paths begin with nothing in common, a path must at least begin like one of them. */
function isInDomain({ domains, beginnings }: Contract, { endpoint: { path }, variants }: Documented): boolean {
  return domains.some((it) => (it === '' ? beginnings.has(beginningOf(variants)) : isIn(it, path)))
}

/**
 * At home is a contract in the smallest places that document four in five of its operations, if they document little else;
 * there may be several, one for each language. Other pages with a handful of its endpoints and little else are about it.
 */
function coveredPlaces(contract: Contract, tallies: ReadonlyMap<string, Tally>): Places {
  const total = tallies.get('')?.operations.size ?? 0
  const covered = [...tallies].filter(([, it]) => isMost(it, contract))
  const wide = [...tallies].flatMap(([place, { operations }]) => (operations.size * 5 >= total * 4 ? place : []))
  const around = new Set(wide.flatMap((it) => foldersOf(it)))
  const homes = covered.flatMap(([place]) => (wide.includes(place) && !around.has(place) ? place : []))
  return { homes: new Set(homes), pages: new Set(covered.map(([place]) => place)) }
}

/** Four in five of a handful; where pages document all that a small contract has, all but one or two of a few. */
function isMost({ matched, known, endpoints }: Tally, contract: Contract): boolean {
  if (matched >= 5 && known * 5 >= endpoints * 4) return true
  return matched >= 3 && endpoints - known <= 2 && known * 5 >= endpoints * 3 && isComplete(contract)
}

/** Whether the pages document all of its operations. */
function isComplete({ operations, matches }: Contract): boolean {
  return new Set(matches.map(({ operation }) => operation)).size === operations.length
}

/** The page, and every folder around it. */
function placesOf({ path }: Document): string[] {
  return [path, ...foldersOf(path)]
}

function foldersOf(path: string): string[] {
  const folders: string[] = []
  for (let at = path; at !== ''; ) {
    at = splitPath(at).folder
    folders.push(at)
  }
  return folders
}

function tally(contract: Contract, all: readonly Documented[], known: ReadonlySet<Documented>): Map<string, Tally> {
  const matched = grouped(contract.matches, (it) => it.documented)
  const found = new Map<string, Tally>()
  for (const it of all) {
    if (!isInDomain(contract, it)) continue
    const own = matched.get(it) ?? []
    for (const place of placesOf(it.document)) {
      const sum = found.get(place) ?? { endpoints: 0, known: 0, matched: 0, operations: new Set() }
      sum.endpoints++
      if (known.has(it)) sum.known++
      if (own.length > 0) sum.matched++
      for (const { operation } of own) sum.operations.add(operation)
      found.set(place, sum)
    }
  }
  return found
}
