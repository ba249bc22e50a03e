import { distance } from 'fastest-levenshtein'
import type { Document, Endpoint } from '../../types.ts'
import { align, type Difference, differentLiteral } from '../endpoints/alignment.ts'
import type { Segment } from '../endpoints/paths.ts'
import type { Comparison } from './comparison.ts'
import type { Contract } from './contracts.ts'
import type { Documented } from './matching.ts'
import type { Operation } from './operations.ts'

/** An endpoint that pages document among others that the contract has, and it does not have this one. */
export interface Unspecified {
  endpoint: Endpoint
  method?: string
  contract: { name: string; path: string }
  /** What the contract has instead: the same path with another method, or a path that differs by a letter or two. */
  near?: { operations: readonly Operation[]; difference?: Difference }
}

/** By page; each endpoint once, wherever else it is documented. */
export function unspecified({ contracts, endpoints, covers }: Comparison): Map<Document, Unspecified[]> {
  const known = new Set(contracts.flatMap((it) => it.matches.map(({ documented }) => documented)))
  const groups = new Set([...known].map(({ group }) => group))
  const seen = new Set<string>()
  const found = new Map<Document, Unspecified[]>()
  for (const it of endpoints) {
    const key = `${it.method} ${it.endpoint.path}`
    // Another URI of the same operation is known: which method this one has, the page does not say.
    const isOpen = it.endpoint.method === undefined && groups.has(it.group)
    if (known.has(it) || isOpen || seen.has(key) || isFarewell(it)) continue
    const open = missing(it, contracts, covers)
    if (!open) continue
    seen.add(key)
    found.set(it.document, [...(found.get(it.document) ?? []), open])
  }
  return found
}

function missing(
  it: Documented,
  contracts: readonly Contract[],
  covers: Comparison['covers'],
): Unspecified | undefined {
  const { endpoint, method } = it
  for (const contract of contracts) {
    const place = covers(contract, it)
    if (place === undefined) continue
    const near = nearMiss(it, contract)
    // Without a method of its own it may be the operation whose path it has.
    if (near && !near.difference && endpoint.method === undefined) return undefined
    if (place === 'home' || near)
      return { endpoint, method, contract: { name: contract.name, path: contract.document.path }, near }
  }
  return undefined
}

/** What is on its way out may have left the contract already. */
function isFarewell({ document, group, endpoint }: Documented): boolean {
  const titles: string[] = [group.title]
  for (let at = endpoint.section; at > 0; at = document.facts.sections[at]?.parent ?? 0) {
    titles.push(document.facts.sections[at]?.title ?? '')
  }
  return titles.some((it) => /\b(?:deprecat|retired?\b|removed\b|legacy\b|sunset)/i.test(it))
}

function nearMiss(it: Documented, { mounts, likenesses, operations }: Contract): Unspecified['near'] {
  const others = likenesses.flatMap(({ documented, loose, operation }) =>
    documented === it && !loose ? operation : [],
  )
  if (others.length > 0) return { operations: [...new Set(others)] }
  for (const operation of operations) {
    if (it.method !== undefined && operation.method !== it.method) continue
    for (const mount of mounts) {
      const difference = misspelling(it, operation, mount)
      if (difference) return { operations: [operation], difference }
    }
  }
  return undefined
}

function misspelling({ variants, endpoint }: Documented, operation: Operation, mount: string): Difference | undefined {
  const added = mount === '' ? 0 : mount.split('/').length - 1
  for (const own of variants) {
    for (const theirs of operation.variants) {
      const [mine, specified] = mount.startsWith('-') ? [own, theirs.slice(added)] : [own.slice(added), theirs]
      const difference = differentLiteral(align(endpoint, specified, mine))
      if (difference && isSlip(difference) && sharesWord(mine, specified)) return difference
    }
  }
  return undefined
}

function isSlip({ called, documented }: Difference): boolean {
  const [a, b] = [called.toLowerCase(), documented.toLowerCase()]
  return a === b || (Math.min(a.length, b.length) > 3 && distance(a, b) <= 2)
}

/** `/v1/{id}` and `/v2/{id}` have nothing in common; nor have parameters alone. */
function sharesWord(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length > 1 && a.every((it, at) => it.kind === b[at]?.kind)
}
