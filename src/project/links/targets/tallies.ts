import { getOrAdd, increment } from '../../../grouped.ts'
import type { Document } from '../../../types.ts'

/** Distinct targets of one kind. */
export interface Tally {
  resolved: Set<string>
  failed: Set<string>
  /** How many of the failed ones a page was the first to have. */
  failedOn: Map<string, number>
  /** The most of them on one page. */
  most: number
}

/** Fewer prove nothing. */
export const enough = 5

export function count(tallies: Map<string, Tally>, key: string, path: string, failedOn: Document | false): void {
  const tally = getOrAdd(tallies, key, newTally)
  if (failedOn && !tally.failed.has(path)) {
    increment(tally.failedOn, failedOn.path)
    tally.most = Math.max(tally.most, tally.failedOn.get(failedOn.path) ?? 0)
  }
  tally[failedOn ? 'failed' : 'resolved'].add(path)
}

function newTally(): Tally {
  return { resolved: new Set(), failed: new Set(), failedOn: new Map(), most: 0 }
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
