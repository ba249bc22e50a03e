import { splitPath } from '../../text.ts'
import type { Document } from '../../types.ts'
import { type Contract, isIn } from './contracts.ts'
import type { Documented } from './matching.ts'

/** Whether a contract speaks for an endpoint of a page: it holds most of what is documented around it. */
export type Covers = (contract: Contract, documented: Documented) => boolean

/** Where the user says for which pages a contract speaks, nobody has to guess. */
export type Configured = (contract: Contract) => ((page: string) => boolean) | undefined

interface Tally {
  endpoints: number
  matched: number
}

export function coverage(all: readonly Documented[], configured: Configured): Covers {
  const tallies = new Map<Contract, Map<string, Tally>>()
  return (contract, documented) => {
    const named = configured(contract)
    if (named) return named(documented.document.path)
    if (!isInDomain(contract, documented)) return false
    const own = tallies.get(contract) ?? tally(contract, all)
    tallies.set(contract, own)
    const least = isComplete(contract) ? 3 : 5
    return scopesOf(documented.document).some((scope) => {
      const { endpoints, matched } = own.get(scope) ?? { endpoints: 0, matched: 0 }
      return matched >= least && matched * 10 >= endpoints * 7
    })
  }
}

function isInDomain({ domains }: Contract, { endpoint: { path } }: Documented): boolean {
  return domains.some((it) => isIn(it, path))
}

/** Whether the pages document all of its operations: then three are a handful. */
function isComplete({ operations, matches }: Contract): boolean {
  return new Set(matches.map(({ operation }) => operation)).size === operations.length
}

/** The page, and every folder around it. */
function scopesOf({ path }: Document): string[] {
  const scopes = [path]
  for (let at = path; at !== ''; ) {
    at = splitPath(at).folder
    scopes.push(at)
  }
  return scopes
}

/** What pages and folders document of the contract's product, and how much of it is in the contract. */
function tally(contract: Contract, all: readonly Documented[]): Map<string, Tally> {
  const matched = new Set(contract.matches.map(({ documented }) => documented))
  const found = new Map<string, Tally>()
  for (const it of all) {
    if (!isInDomain(contract, it)) continue
    for (const scope of scopesOf(it.document)) {
      const known = found.get(scope) ?? { endpoints: 0, matched: 0 }
      known.endpoints++
      if (matched.has(it)) known.matched++
      found.set(scope, known)
    }
  }
  return found
}
