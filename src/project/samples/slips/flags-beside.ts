import { placeAt } from '../../../schema/place.ts'
import type { Document } from '../../../types.ts'
import type { Objects } from '../names.ts'
import type { Slip } from './slip.ts'
import { isQuotedTruth, mayBeText } from './truths.ts'

/** `is_open`, `hasLid`: a question that is answered by yes or no. */
const asks = /^(?:is|has)(?:_[a-z]|[A-Z])/

/** `"is_fired": "true"` beside `"is_glazed": false`, where no more than half of such names have quotes. */
export function flagsBeside(document: Document, objects: Objects): Slip[] {
  const { text, path } = document
  if (!/"(?:is|has)\w{2,60}"\s{0,9}:\s{0,9}"(?:true|false)"/.test(text)) return []
  return document.facts.samples.flatMap((sample) =>
    objects(sample).flatMap((members): Slip[] => {
      const flags = members.filter(({ key }) => asks.test(key))
      const quoted = flags.filter(({ value }) => isQuotedTruth(value))
      const bare = flags.filter(({ value }) => value.kind === 'boolean')
      const [usual] = bare
      const [odd] = quoted
      if (!odd || !usual || quoted.length > bare.length || mayBeText(document, odd.key)) return []
      const says = `"${usual.key}" beside it as ${text.slice(...usual.value.range)}`
      const { keyRange: at, key: name, value } = odd
      const place = placeAt(path, usual.keyRange)
      return [{ sample, kind: 'quoted-flag', at, name, says, shows: text.slice(...value.range), place }]
    }),
  )
}
