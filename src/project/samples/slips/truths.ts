import { text } from '../../../parse/json.ts'
import type { Document, JsonNode } from '../../../types.ts'
import { fieldName } from '../names.ts'

/** `"true"`: the word for a truth, and no truth. Most pages pay one look for all of them. */
export const quotedTruth = /"(?:true|false)"/

export function isQuotedTruth(node: JsonNode): boolean {
  const said = text(node)
  return said === 'true' || said === 'false'
}

/** Whether a table of the page says that it is a text: what shows a flag is told there. */
export function mayBeText({ facts }: Document, key: string): boolean {
  return facts.schemas.some(({ fields }) =>
    fields.some((it) => fieldName(it) === key && it.type.kinds?.includes('string')),
  )
}
