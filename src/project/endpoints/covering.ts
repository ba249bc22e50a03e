import type { Path, Segment } from '../types/groups.ts'

/** Whether what is called could be what is documented: every literal the same, parameters anything. */
export function covers(documented: readonly Segment[], called: readonly Segment[]): boolean {
  for (const [at, mine] of documented.entries()) {
    const theirs = called[at]
    if (mine.kind === 'rest' || theirs?.kind === 'rest') return restCovers(documented, called, at)
    if (theirs === undefined || !sameSegment(mine, theirs)) return false
  }
  return documented.length === called.length
}

/** What is behind the open end must fit at some later place; the end itself takes one segment at least. */
function restCovers(documented: readonly Segment[], called: readonly Segment[], at: number): boolean {
  if (called[at] === undefined) return false
  const [open, other] = documented[at]?.kind === 'rest' ? [documented, called] : [called, documented]
  const tail = open.slice(at + 1)
  const end = other.slice(Math.max(at + 1, other.length - tail.length))
  return end.length === tail.length && end.every((it, i) => sameSegment(tail[i] as Segment, it))
}

/** Whether two paths are equally long, with words, parameters and the like in the same places. */
export function hasSameKinds(one: readonly Segment[], other: readonly Segment[]): boolean {
  return one.length === other.length && one.every(({ kind }, at) => kind === other[at]?.kind)
}

export function sameSegment(a: Segment, b: Segment): boolean {
  if (a.kind === 'literal' && b.kind === 'literal') return a.text === b.text
  if (a.kind === 'pattern' && b.kind === 'literal') return fits(a, b.text)
  if (b.kind === 'pattern' && a.kind === 'literal') return fits(b, a.text)
  return true
}

function fits({ before, after }: { before: string; after: string }, text: string): boolean {
  return text.startsWith(before) && text.endsWith(after)
}

/** Whether both have a word in one place: parameters cover anything, `/v4/:id` the end of `/v4/things/:id/image`, too. */
function meet(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.some((it, at) => it.kind === 'literal' && b[at]?.kind === 'literal')
}

/** Whether a value of the call would have to be a word of what is documented: `/kites/7/tails` is none of `/kites/flying/{id}`. Both are read from their ends. */
export function putsValues(documented: Path, called: Path): boolean {
  return documented.variants.every(
    (own) =>
      own.every(({ kind }) => kind !== 'rest') &&
      called.variants.every((it) => own.some((mine, at) => isValueFor(mine, it.at(at - own.length)))),
  )
}

/** Whether it is a word, and a value of the call stands in its place. */
export function isValueFor(mine: Segment | undefined, theirs: Segment | undefined): boolean {
  return mine?.kind === 'literal' && theirs?.kind === 'parameter' && theirs.name === ''
}

/** `api/v1/shops/{id}/kilns/{id}`: so many segments are left to readers in front of what a page documents. */
export const longestBase = 6

/** How many leading segments one side has beyond the other, where the rest of it is covered; undefined where it is not. */
export function suffixOffset(documented: readonly Segment[], called: readonly Segment[]): number | undefined {
  if (covers(documented, called)) return 0
  const fits = (mine: readonly Segment[], theirs: readonly Segment[]) => meet(mine, theirs) && covers(mine, theirs)
  for (let k = 1; k <= longestBase && k < called.length; k++) if (fits(documented, called.slice(k))) return k
  for (let k = 1; k <= longestBase && k < documented.length; k++)
    if (!tearsApart(documented, k) && fits(documented.slice(k), called)) return -k
  return undefined
}

/** `/v1/users/{id}/pots` without `/v1/users`: what stands behind a word is one of those, and belongs to no base path. */
function tearsApart(documented: readonly Segment[], at: number): boolean {
  const before = documented[at - 1]
  return (
    documented[at]?.kind === 'parameter' && before?.kind === 'literal' && !/^(?:v\d[\w.]*|api|rest)$/i.test(before.text)
  )
}

/** Whether two paths go together so, in any of the ways in which each of them can be read. */
export function anyReading(
  one: Path,
  other: Path,
  isSo: (own: readonly Segment[], theirs: readonly Segment[]) => boolean,
): boolean {
  return one.variants.some((own) => other.variants.some((theirs) => isSo(own, theirs)))
}
