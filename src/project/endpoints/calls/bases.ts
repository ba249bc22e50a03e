import type { Segment } from '../../types/groups.ts'
import { sameSegment } from '../covering.ts'
import { literals } from '../paths.ts'
import type { Learned } from './learned.ts'

/** So many calls show what paths begin with. Of one page, the call of another section is enough. */
const enough = 3

/** `api`, `api/v2`: nothing but what base paths are made of. */
const conventional = /^(?:(?:api|rest|beta|v\d{1,2}(?:\.\d)?)(?:\/(?=.)|$)){1,3}$/

/** `pots/api/v2`: its end says that it is one, and two calls that it is there. */
const versioned = /\/(?:api|v\d{1,2}(?:\.\d)?)$/

export function isBase({ bases }: Learned, base: string, isOnPage = false): boolean {
  const least = isOnPage ? 1 : versioned.test(base) ? enough - 1 : enough
  return (bases.get(base) ?? 0) >= least || conventional.test(base)
}

/** What a call may mean beside a definition that begins with `head`. Its base path is compared with nothing, unless the definition begins with it, too. */
export function withoutBase(
  learned: Learned,
  called: readonly Segment[],
): (head: Segment | undefined) => (readonly Segment[])[] {
  const cuts = [1, 2, 3, 4].filter((k) => k < called.length && isBase(learned, literals(called.slice(0, k)).join('/')))
  const rests = cuts.map((k) => called.slice(k))
  const [first] = called
  return (head) => {
    // `/kilns-v2-2024` may well be a base, though it looks like a value, which could be any head.
    if (cuts[0] !== 1 || head?.kind !== 'literal' || first?.kind !== 'literal') return [called, ...rests]
    return sameSegment(head, first) ? [called] : rests
  }
}
