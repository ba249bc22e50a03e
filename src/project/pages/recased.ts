import type { Document } from '../../types.ts'
import { within } from '../ranges.ts'
import type { MisspeltName } from '../types/pages.ts'
import { lineAt, tellsOfSlip } from './slips.ts'

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
    const start = text.search(new RegExp(`\\b${name}\\b`))
    const line = lineAt(text, start)
    if (start < 0 || line.includes(other) || tellsOfSlip(line) || /\bnot\b/i.test(line)) return []
    // The variables of a program are nobody's but its own.
    const fence = fences.find((it) => within([start, start], it.range))
    if (fence && (fence.holds ?? 'other') === 'other') return []
    return [{ name, at: [start, start + name.length], usual: other, meant: other }]
  })
}

/** One letter, inside of both. */
function isSlip(name: string, usual: string): boolean {
  const [one, other] = [name.replace(acronym, '~'), usual.replace(acronym, '~')]
  return camel.test(usual) && one !== other && [...name].filter((it, at) => it !== usual[at]).length === 1
}
