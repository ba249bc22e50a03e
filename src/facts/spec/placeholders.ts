import { members } from '../../parse/json.ts'
import { byStart } from '../../text.ts'
import type { JsonNode, Placeholder, Range } from '../../types.ts'
import { isUnwritten } from '../pages/placeholders/index.ts'
import { structureOf } from './structure.ts'

/** What readers are shown, as it stands. */
const shown = new Set(['description', 'summary', 'title', 'termsOfService'])

/** What is in all of them, and most contracts have nowhere. In other letters, "Todo" is what many an API is about. */
const marks = /TODO|TBD|TBC|FIXME|XXX|[Ll]orem ipsum|[Tt]o be \w|[Pp]laceholder|(?:text|content|description|title) here/

/** Descriptions of a contract that nobody wrote yet. */
export function specPlaceholders(data: JsonNode, text: string): Placeholder[] {
  if (!marks.test(text)) return []
  const found: Placeholder[] = []
  for (const { node, isNamed } of structureOf(data))
    for (const { key, value } of isNamed ? [] : members(node)) {
      const words = shown.has(key) && value.kind === 'string' ? String(value.value).trim() : ''
      if (marks.test(words) && isUnwritten(words)) found.push({ range: inQuotes(value, text) })
    }
  return found.sort(byStart)
}

function inQuotes({ range: [start, end] }: JsonNode, text: string): Range {
  return /^["']/.test(text.charAt(start)) ? [start + 1, end - 1] : [start, end]
}
