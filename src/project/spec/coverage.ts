import { getOrAdd, grouped, shelveOnce } from '../../grouped.ts'
import { foldersAround } from '../../paths.ts'
import { byCodeUnit, leading } from '../../text.ts'
import type { Document } from '../../types.ts'
import { headOf, isVersion, literals } from '../endpoints/paths.ts'
import { onceEach } from '../once.ts'
import type { Contract, Covers, Documented, Operation } from '../types/contracts.ts'
import { beginningOf, isIn } from './contracts.ts'

/** Where the user says for which pages a contract speaks, nobody has to guess. */
export type Configured = (contract: Contract) => ((page: string) => boolean) | undefined

/** What a page or a folder documents of a product. */
interface Count {
  endpoints: number
  /** How many of them some contract has: several files may make up one product's. */
  known: number
}

/** The same, where a contract has some of it. */
interface Tally extends Count {
  /** Endpoints and operations that are this contract's. */
  matched: number
  operations: Set<Operation>
}

export function coverage(all: readonly Documented[], contracts: readonly Contract[], configured: Configured): Covers {
  const known = new Set(contracts.flatMap(({ matches }) => matches.map(({ documented }) => documented)))
  const domains = indexDomains(all, contracts, configured)
  const counted = new Map<string, ReadonlyMap<string, Count>>()
  // A product may have a file for each of its thousand operations.
  const countsFor = (contract: Contract) => {
    const key = JSON.stringify([contract.domains, contract.domains.includes('') ? [...contract.beginnings] : []])
    return getOrAdd(counted, key, () => count(domains.endpoints(contract), known))
  }
  const things = onceEach(({ matches }: Contract) => new Set(matches.map((it) => thingOf(it.documented))))
  const isOfThings = (contract: Contract, it: Documented) => things(contract).has(thingOf(it))
  const covered = onceEach((it: Contract) => coveredPlaces(it, tally(it, countsFor(it))))
  const covers = (contract: Contract, documented: Documented) => {
    const { document } = documented
    const named = configured(contract)
    if (named) return named(document.path) ? 'home' : undefined
    if (!isInDomain(contract, documented)) return undefined
    const places = covered(contract)
    if (placesOf(document).some((it) => places.homes.has(it))) return 'home'
    if (places.drifted.has(document.path) && isOfThings(contract, documented)) return 'home'
    return places.pages.has(document.path) ? 'page' : undefined
  }
  return Object.assign(covers, { candidates: domains.contracts })
}

/** Endpoints and contracts that have the beginning of a path in common: with many of both, not every pair can be looked at. */
function indexDomains(all: readonly Documented[], contracts: readonly Contract[], configured: Configured) {
  const byPath = all.toSorted((a, b) => byCodeUnit(pathOf(a), pathOf(b)))
  const byBeginning = grouped(all, (it) => beginningOf(it.variants))
  const contractsBy = new Map<string, Set<Contract>>()
  const anywhere = new Set(contracts.filter((it) => configured(it) !== undefined))
  const keysOf = ({ domains, beginnings }: Contract) =>
    domains.flatMap((it) => (it === '' ? [...beginnings] : `/${headOf(it)}`))
  for (const contract of contracts) {
    for (const key of keysOf(contract)) shelveOnce(contractsBy, key, contract)
  }
  return {
    endpoints({ domains, beginnings }: Contract): Documented[] {
      const found = domains.flatMap((domain) =>
        domain === ''
          ? [...beginnings].flatMap((it) => byBeginning.get(it) ?? [])
          : below(byPath, domain).filter((it) => isIn(domain, pathOf(it))),
      )
      return [...new Set(found)]
    },
    contracts(documented: Documented): Contract[] {
      // Segments that were read never begin with a slash.
      const keys = [`/${headOf(pathOf(documented))}`, beginningOf(documented.variants)]
      const near = new Set([...anywhere, ...keys.flatMap((key) => [...(contractsBy.get(key) ?? [])])])
      return [...near].sort((a, b) => byCodeUnit(a.document.path, b.document.path))
    },
  }
}

/** Those whose path begins with a text. */
function below(byPath: readonly Documented[], start: string): Documented[] {
  let at = leading(byPath, (it) => pathOf(it) < start)
  const found: Documented[] = []
  for (let it = byPath[at]; it && pathOf(it).startsWith(start); it = byPath[++at]) found.push(it)
  return found
}

/** Some pages leave out the slash that paths begin with. */
function pathOf({ endpoint: { path } }: Documented): string {
  return /^\w/.test(path) ? `/${path}` : path
}

/** The first word of a path that says what it is about: `pots` in `/api/v1/pots/{id}`. */
function thingOf({ variants: [segments = []] }: Documented): string | undefined {
  return literals(segments).find((it) => it !== 'api' && !isVersion(it))
}

interface Places {
  homes: ReadonlySet<string>
  /** Pages that document nearly all of its operations, and more that it lacks than a home does. */
  drifted: ReadonlySet<string>
  pages: ReadonlySet<string>
}

/** Where its paths begin with nothing in common, a path must at least begin like one of them. */
function isInDomain({ domains, beginnings }: Contract, documented: Documented): boolean {
  const isOwn = (it: string) => isIn(it, pathOf(documented))
  return domains.some((it) => (it === '' ? beginnings.has(beginningOf(documented.variants)) : isOwn(it)))
}

/**
 * At home is a contract in the smallest places that document four in five of its operations, if they document little else;
 * there may be several, one for each language. Other pages with some of its endpoints and half as many others are about it.
 */
function coveredPlaces(contract: Contract, tallies: ReadonlyMap<string, Tally>): Places {
  const total = tallies.get('')?.operations.size ?? 0
  const covered = [...tallies].filter(([, it]) => isMost(it, contract))
  const wide = [...tallies].flatMap(([place, { operations }]) => (operations.size * 5 >= total * 4 ? place : []))
  const around = new Set(wide.flatMap((it) => (it === '' ? [] : foldersAround(it))))
  const homes = covered.flatMap(([place]) => (wide.includes(place) && !around.has(place) ? place : []))
  const drifted = [...tallies].flatMap(([place, it]) => (isDrifted(it, contract) ? place : []))
  const about = [...tallies].filter(([, it]) => isMost(it, contract) || isAbout(it))
  return { homes: new Set(homes), drifted: new Set(drifted), pages: new Set(about.map(([place]) => place)) }
}

/** Four in five of a handful; where pages document all that a small contract has, all but one or two of a few. */
function isMost({ matched, known, endpoints }: Tally, contract: Contract): boolean {
  if (matched >= 5 && known * 5 >= endpoints * 4) return true
  return matched >= 3 && endpoints - known <= 2 && known * 5 >= endpoints * 3 && isComplete(contract)
}

/** Four in five of all that the contract has, and of three endpoints two are among them; or all that it has of one thing, and one endpoint more. */
function isDrifted({ matched, known, endpoints, operations }: Tally, contract: Contract): boolean {
  const isAll = operations.size * 5 >= contract.operations.length * 4
  if (matched >= 6 && known * 3 >= endpoints * 2 && isAll) return true
  const [domain = '', another] = contract.domains
  if (domain === '' || another !== undefined || matched < 2 || endpoints - known > 1) return false
  return contract.operations.every((it) => operations.has(it) || !isIn(domain, it.template))
}

/** Enough for what differs from one of its operations by no more than the method, or a slip. */
function isAbout({ matched, known, endpoints }: Tally): boolean {
  return matched >= 4 && known * 3 >= endpoints * 2
}

/** Whether the pages document all of its operations. */
function isComplete({ operations, documented }: Contract): boolean {
  return documented.size === operations.length
}

/** The page, and every folder around it. */
function placesOf({ path }: Document): string[] {
  return [path, ...foldersAround(path)]
}

/** `all`: the endpoints of a domain. */
function count(all: readonly Documented[], known: ReadonlySet<Documented>): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const it of all) {
    for (const place of placesOf(it.document)) {
      const sum = getOrAdd(counts, place, () => ({ endpoints: 0, known: 0 }))
      sum.endpoints++
      if (known.has(it)) sum.known++
    }
  }
  return counts
}

/** Only places where the contract has something: elsewhere it is not at home. */
function tally(contract: Contract, counts: ReadonlyMap<string, Count>): Map<string, Tally> {
  const found = new Map<string, Tally>()
  for (const [documented, matches] of grouped(contract.matches, (it) => it.documented)) {
    if (!isInDomain(contract, documented)) continue
    for (const place of placesOf(documented.document)) {
      const { endpoints, known } = counts.get(place) ?? { endpoints: 0, known: 0 }
      const sum = getOrAdd(found, place, () => ({ endpoints, known, matched: 0, operations: new Set<Operation>() }))
      sum.matched++
      for (const { operation } of matches) sum.operations.add(operation)
    }
  }
  return found
}
