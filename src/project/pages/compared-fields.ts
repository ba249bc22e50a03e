import { onlyOne } from '../../grouped.ts'
import { editsBetween } from '../../spelling.ts'
import type { Document } from '../../types.ts'
import { holds } from '../ranges.ts'
import type { MisspeltName } from '../types/pages.ts'
import { placesOf } from './slips.ts'

/** `lid_fits = false`: it begins at the sign, and looks back for the field, which no URL has in its query. */
const compared = /=(?<![=!<>]=)=? ?(?:true|false)\b(?<=(?<![\w.$?&/-])([a-z]+(?:_[a-z]+)+) ?==? ?[a-z]+)/g
const flag = /"([a-z]+(?:_[a-z]+)+)"\s{0,3}:\s{0,3}(?:true|false)\b/g
/** So many samples of a field are no slip. */
const often = 2

/** "Empty if lids_fit = false": what is compared with a truth, in prose only, where the page's samples have a truth of almost that name. */
export function comparedFields({ text, facts }: Document, uses: (name: string) => number): MisspeltName[] {
  if (!facts.samples.some(({ json }) => json)) return []
  const names = new Set(Array.from(text.matchAll(compared), (it) => it[1] ?? ''))
  if (names.size === 0) return []
  const fields = Array.from(text.matchAll(flag), (it) => it[1] ?? '')
  return [...names].flatMap((name): MisspeltName[] => {
    const near = fields.filter((it) => editsBetween(it, name) === 1)
    const usual = onlyOne([...new Set(near)])
    if (usual === undefined || near.length < often || fields.includes(name)) return []
    // Another page may have a field of that name.
    if (uses(name) > usesHere(name, facts.names)) return []
    const places = placesOf(name, text)
    const isSaid = places.every(
      ([start, end]) => /^ ?=/.test(text.slice(end, end + 2)) && !facts.fences.some((it) => holds(it.range, start)),
    )
    const [at, ...others] = places
    return at && isSaid ? [{ name, at, usual, meant: usual, others }] : []
  })
}

function usesHere(name: string, { once, often }: Document['facts']['names']): number {
  return often.includes(name) ? 2 : Number(once.includes(name))
}
