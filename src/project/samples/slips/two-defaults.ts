import { onlyOne } from '../../../grouped.ts'
import { placeAt } from '../../../schema/place.ts'
import { endOfLine } from '../../../text.ts'
import type { Document, Field, JsonMember, Schema } from '../../../types.ts'
import { fieldName, type Objects } from '../names.ts'
import type { Slip } from './slip.ts'

/** Truths and numbers: a word behind "default" may be part of what is said. */
const stated =
  /(?:\bdefaults?(?: to| value)?(?: is)?|默认(?:值)?[为是]?|по умолчанию|デフォルト(?:値)?は?|기본값(?:은)?|por defecto|por padrão|par défaut|standardmäßig)[ :：=,，]{0,3}(?:`|"|')?(true|false|-?\d+(?:\.\d+)?)(?![\w.%]|[^\S\n]*[,/|或]|[^\S\n]+(?:if|when|for|in|on|or|unless)\b)/i
const remark = /^[ \t]*,?[ \t]*(?:\/\/|#|\/\*)/

/** `"dry": true, // dried first, default: true`, and `dry | boolean | Dried first, default: false` in the table of the same names. */
export function twoDefaults(document: Document, objects: Objects): Slip[] {
  const { text, path, facts } = document
  if (facts.schemas.length === 0) return []
  return facts.samples.flatMap((sample) => {
    if (!sample.tolerated.includes('comment')) return []
    return objects(sample).flatMap((members) =>
      members.flatMap((member): Slip[] => {
        const shows = defaultBehind(text, member)
        const field = shows === undefined ? undefined : fieldOf(facts.schemas, member, members)
        const says = field && stated.exec(text.slice(...field.range))?.[1]
        if (!field || says === undefined || shows === undefined || says.toLowerCase() === shows.toLowerCase()) return []
        const { key: name, keyRange: at } = member
        const place = placeAt(path, field.nameRange)
        return [
          { sample, kind: 'default', at, name, says: `as ${says} in its table`, shows: `${shows} by default`, place },
        ]
      }),
    )
  })
}

function defaultBehind(text: string, { value: { range } }: JsonMember): string | undefined {
  const rest = text.slice(range[1], Math.min(endOfLine(text, range[1]), range[1] + 300))
  return remark.test(rest) ? stated.exec(rest)?.[1] : undefined
}

/** The one row of the name on the page, in a table that has two more of the names beside it. */
function fieldOf(schemas: readonly Schema[], { key }: JsonMember, beside: readonly JsonMember[]): Field | undefined {
  const rows = schemas.flatMap((schema) =>
    schema.fields.flatMap((field) => (fieldName(field) === key ? [{ schema, field }] : [])),
  )
  const only = onlyOne(rows)
  const names = new Set(only?.schema.fields.map(fieldName))
  return beside.filter((it) => names.has(it.key)).length > 2 ? only?.field : undefined
}
