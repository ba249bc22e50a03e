import { keywords as telling } from '../../facts/schemas/json-schemas.ts'
import { member, members } from '../../parse/json.ts'
import type { Finding, JsonNode } from '../../types.ts'

/** Of several words each, so that no property of another language is called so. */
const keywords = new Map(
  'additionalProperties exclusiveMaximum exclusiveMinimum maxItems maxLength maxProperties minItems minLength minProperties multipleOf patternProperties uniqueItems'
    .split(' ')
    .map((it) => [it.toLowerCase(), it]),
)

/** `"maxlength": 300`: a keyword in another case is none, and limits nothing. */
export function recasedKeywords(parts: readonly JsonNode[]): Finding[] {
  return parts.flatMap(recasedIn).sort((a, b) => a.at[0] - b.at[0])
}

function recasedIn(schema: JsonNode): Finding[] {
  return members(schema).flatMap(({ key, keyRange }): Finding[] => {
    const meant = keywords.get(key.toLowerCase())
    if (meant === undefined || meant === key || !telling.some((it) => member(schema, it))) return []
    const help = `write "${meant}"`
    return [{ at: keyRange, severity: 'warning', message: `"${key}" is no keyword of a schema`, help }]
  })
}
