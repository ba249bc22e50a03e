import { text } from '../../../parse/json.ts'
import { placeAt } from '../../../schema/place.ts'
import type { Document, JsonMember, Sample } from '../../../types.ts'
import type { Objects } from '../names.ts'
import type { Slip } from './slip.ts'
import { isQuotedTruth, mayBeText, quotedTruth } from './truths.ts'

/** "Set `fired: true`" in the text of a section, and `"fired": "true"` in the sample there: who wants the flag sends a word. */
export function saidFlags(document: Document, objects: Objects): Slip[] {
  return document.facts.samples.flatMap((sample) => {
    const own = document.facts.sections[sample.section]?.range
    if (!own || !quotedTruth.test(document.text.slice(...sample.range))) return []
    const said = flagsIn(document.text.slice(...own), own[0])
    if (said.size === 0) return []
    return objects(sample).flatMap((members) => members.flatMap((it) => slipOf(it, sample, said, document)))
  })
}

interface Said {
  says: string
  at: number
  length: number
}

/** What code in sentences says of a name; one that is said to be a word in quotes, too, may be either. */
function flagsIn(text: string, from: number): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>()
  for (const { 0: code, 1: name = '', 2: says = '', index } of text.matchAll(/`"?([\w.-]{1,60})"?: ?(true|false)`/g))
    if (!found.has(name)) found.set(name, { says, at: from + index, length: code.length })
  return found
}

function slipOf(member: JsonMember, sample: Sample, said: ReadonlyMap<string, Said>, document: Document): Slip[] {
  const { key: name, keyRange, value } = member
  const flag = said.get(name)
  if (!flag || !isQuotedTruth(value) || mayBeText(document, name)) return []
  const place = placeAt(document.path, [flag.at, flag.at + flag.length])
  return [{ sample, kind: 'quoted', at: keyRange, name, says: flag.says, shows: `"${text(value)}"`, place }]
}
