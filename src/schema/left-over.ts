import { isMistyped } from '../spelling.ts'
import { wordsOf } from '../text.ts'
import type { JsonMember } from '../types.ts'

/** Two names that agree, and the one that does not. */
const leastAgreeing = 3

/** The one name that the object does not show, where it shows all others, or where there is no other: `name` for `nae`, however short. */
export function lastLeft(it: JsonMember, candidates: string[], shown: number, known: number): string | undefined {
  const [only = '', more] = candidates
  const isOnly = shown === 1 && known === 1
  if (more !== undefined || (!isOnly && (shown < leastAgreeing || shown !== known))) return undefined
  return isMistyped(it.key, only, false) ? only : isOnly ? partOf(it, candidates) : undefined
}

/** `start_time, end_time` and `start_date, end_date` in the same places of as many names: each pair begins with a word of its own. */
export function inTurn(own: readonly JsonMember[], known: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  if (own.length < leastAgreeing || own.length !== known.size) return none
  const names = [...known.keys()]
  const pairs = own.flatMap(({ key }, at): [string, string][] => (names[at] === key ? [] : [[key, names[at] ?? '']]))
  const leads = pairs.map(([key, name]) => {
    const [[one = '', more], [other, another]] = [wordsOf(key), wordsOf(name)]
    return more !== undefined && another !== undefined && one === other && !known.has(key) ? one : ''
  })
  const isOne = pairs.length < 2 || pairs.length === own.length
  return isOne || leads.includes('') || new Set(leads).size < leads.length ? none : new Map(pairs)
}

/** An object of one value and a table of one name, `customer_phone` and `phone`: they speak of the same. */
function partOf({ key, value }: JsonMember, [only = '']: string[]): string | undefined {
  const [short = '', long = ''] = key.length < only.length ? [key, only] : [only, key]
  const isPart =
    short.length > 2 &&
    wordsOf(long)
      .join(' ')
      .endsWith(` ${wordsOf(short).join(' ')}`)
  return isPart && (value.kind === 'string' || value.kind === 'number') ? only : undefined
}

const none: ReadonlyMap<string, string> = new Map()
