import { getOrAdd, increment } from '../../../grouped.ts'
import type { Document } from '../../../types.ts'

/** Distinct targets of one kind. */
export interface Tally {
  resolved: Set<string>
  failed: Set<string>
  /** The failed ones that name something as it stands seen from the root of the project. */
  fromTop: Set<string>
  /** How many of the failed ones a page was the first to have. */
  failedOn: Map<string, number>
  /** The most of them on one page. */
  most: number
}

/** Fewer prove nothing. */
export const enough = 5

export function count(
  tallies: Map<string, Tally>,
  key: string,
  path: string,
  failure: { document: Document; isFromTop: boolean } | false,
): void {
  const tally = getOrAdd(tallies, key, newTally)
  if (failure && !tally.failed.has(path)) {
    const on = failure.document.path
    increment(tally.failedOn, on)
    tally.most = Math.max(tally.most, tally.failedOn.get(on) ?? 0)
    if (failure.isFromTop) tally.fromTop.add(path)
  }
  tally[failure ? 'failed' : 'resolved'].add(path)
}

function newTally(): Tally {
  return { resolved: new Set(), failed: new Set(), fromTop: new Set(), failedOn: new Map(), most: 0 }
}

export function isHopeless(tally: Tally | undefined): boolean {
  return tally !== undefined && tally.resolved.size === 0 && tally.failed.size >= 3
}

export function isMostlyFound(tally: Tally | undefined): tally is Tally {
  return tally !== undefined && tally.resolved.size >= 2 * enough && tally.resolved.size >= 4 * tally.failed.size
}

/** A page that lists what is not here, or not yet, says nothing of the links of others, where links do lead to each other. */
export function isDoubtful(tally: Tally | undefined, path?: string): boolean {
  if (tally === undefined || tally.failed.size < enough || tally.failed.size <= tally.resolved.size) return false
  if (path === undefined || tally.resolved.size < enough) return true
  return tally.failedOn.get(path) === tally.most || tally.failed.size - tally.most > 2
}

/**
 * Where links fail because they are written from the root of the project, it is known what they mean: one that leads nowhere from there
 * either is no fault of the model, unless most of the rest fail as well.
 */
export function areExplained({ resolved, failed, fromTop }: Tally): boolean {
  return fromTop.size >= 3 && failed.size - fromTop.size <= resolved.size + fromTop.size
}
