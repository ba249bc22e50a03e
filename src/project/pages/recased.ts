import { lineAt } from '../../text.ts'
import type { Document } from '../../types.ts'
import { holds } from '../ranges.ts'
import type { MisspeltName } from '../types/pages.ts'
import { placeOf } from './slips.ts'

/** So many times, on the same page, a name stands where one that is cased otherwise is a slip. */
const often = 3
const camel = /^[a-z]+(?:[A-Z][a-z\d]*)+$/
/** `userID` and `userId`: capitals that stand for words are written in either way, and rarely by chance. */
const acronym =
  /(?:ID|Id|IP|Ip|UUID|Uuid|GUID|Guid|UR[IL]|Ur[il]|API|Api|XML|Xml|JSON|Json|HTTPS?|Https?|HTML|Html|SQL|Sql)/g

/** `entrylocationName`, once in the project, where its page has `entryLocationName` again and again. */
export function recasedNames(
  { text, facts: { names, fences } }: Document,
  uses: (name: string) => number,
): MisspeltName[] {
  const rare = names.once.filter((it) => camel.test(it) && uses(it) === 1)
  if (rare.length === 0) return []
  const usual = new Map(names.often.map((it) => [it.toLowerCase(), it]))
  return rare.flatMap((name): MisspeltName[] => {
    const other = usual.get(name.toLowerCase())
    if (other === undefined || !isSlip(name, other) || text.split(other).length <= often) return []
    const at = placeOf(name, text, other)
    if (!at || /\bnot\b/i.test(lineAt(text, at[0]))) return []
    // The variables of a program are nobody's but its own.
    const fence = fences.find((it) => holds(it.range, at[0]))
    if (fence && (fence.holds ?? 'other') === 'other') return []
    return [{ name, at, usual: other, meant: other }]
  })
}

/** One letter, inside of both. */
function isSlip(name: string, usual: string): boolean {
  const [one, other] = [name.replace(acronym, '~'), usual.replace(acronym, '~')]
  return camel.test(usual) && one !== other && [...name].filter((it, at) => it !== usual[at]).length === 1
}
