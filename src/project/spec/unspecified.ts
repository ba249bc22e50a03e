import { grouped, shelve } from '../../grouped.ts'
import type { Document } from '../../types.ts'
import { covers as coversPath } from '../endpoints/covering.ts'
import { once } from '../once.ts'
import { titlesAround } from '../sections.ts'
import type { Contract, Documented } from '../types/contracts.ts'
import type { Comparison, Unspecified } from '../types/spec.ts'
import { indexSlips } from './slips.ts'

/** By page; each endpoint once, wherever else it is documented. */
export function unspecified({ contracts, endpoints, covers }: Comparison): Map<Document, Unspecified[]> {
  const known = new Set(contracts.flatMap((it) => it.matches.map(({ documented }) => documented)))
  const groups = new Set([...known].map(({ group }) => group))
  const readers = new Map(contracts.map((it) => [it, { near: nearMisses(it), endsOpen: openEnds(it) }]))
  const seen = new Set<string>()
  const found = new Map<Document, Unspecified[]>()
  for (const it of endpoints) {
    const key = `${it.method} ${it.endpoint.path}`
    // Another URI of the same operation is known: which method this one has, the page does not say.
    const isOpen = it.endpoint.method === undefined && groups.has(it.group)
    if (known.has(it) || isOpen || seen.has(key) || isInTransit(it)) continue
    const open = missing(it, readers, covers)
    if (!open) continue
    seen.add(key)
    shelve(found, it.document, open)
  }
  return found
}

type NearMiss = (documented: Documented) => Unspecified['near']

interface Reader {
  near: NearMiss
  endsOpen(documented: Documented): boolean
}

function missing(
  it: Documented,
  readers: ReadonlyMap<Contract, Reader>,
  covers: Comparison['covers'],
): Unspecified | undefined {
  const { endpoint, method } = it
  for (const contract of covers.candidates(it)) {
    const place = covers(contract, it)
    const reader = readers.get(contract)
    if (reader?.endsOpen(it)) continue
    const near = reader?.near(it)
    if (place === undefined && !isLeftOver(contract, near)) continue
    // Without a method of its own it may be the operation whose path it has.
    if (near && !near.difference && endpoint.method === undefined) return undefined
    if (place === 'home' || near)
      return { endpoint, method, contract: { name: contract.name, path: contract.document.path }, near }
  }
  return undefined
}

/** Pages document most of a contract, and of the rest one path with other methods, or one operation that differs from this endpoint by a slip. */
function isLeftOver({ operations, documented }: Contract, near: Unspecified['near']): boolean {
  const isFree = near?.operations.every((it) => !documented.has(it)) ?? false
  return isFree && documented.size > 1 && documented.size * 2 > operations.length
}

/** A last parameter may stand for several segments: `/files/{path}` has `/files/a/b.png`, wherever the base ends. */
function openEnds({ operations }: Contract): Reader['endsOpen'] {
  const open = operations.flatMap(({ method, variants }) =>
    variants.filter((it) => it.at(-1)?.kind === 'rest').map((path) => ({ method, path })),
  )
  return ({ method, variants }) =>
    open.some(
      (it) =>
        it.method === (method || it.method) &&
        variants.some((path) => path.some((_, from) => coversPath(it.path, path.slice(from)))),
    )
}

/** What is on its way out may have left the contract already, and what is on its way in may not have come to it. */
function isInTransit({ document, group, endpoint }: Documented): boolean {
  const titles = titlesAround(document.facts.sections, endpoint.section)
  return [group.title, ...titles].some((it) =>
    /\b(?:deprecat|retired?\b|removed\b|legacy\b|sunset|planned\b|proposed\b|upcoming\b|unsupported\b|not supported\b)/i.test(
      it,
    ),
  )
}

/** The same path with another method, or else a path that differs by a slip. */
function nearMisses({ likenesses, mounts, operations }: Contract): NearMiss {
  const samePath = once(() =>
    grouped(
      likenesses.filter(({ loose }) => !loose),
      (it) => it.documented,
    ),
  )
  const slips = indexSlips(operations)
  return (it) => {
    const others = samePath().get(it) ?? []
    if (others.length > 0) return { operations: [...new Set(others.map(({ operation }) => operation))] }
    const [slip] = mounts.flatMap((mount) => {
      const added = mount.split('/').length - 1
      const dropped = mount.startsWith('-') ? added : 0
      return it.variants.flatMap((own) => slips(dropped, own.slice(added - dropped), it.method) ?? [])
    })
    return slip && { operations: [slip.operation], difference: slip }
  }
}
