import { member, text } from '../parse/json.ts'
import type { JsonNode } from '../types.ts'
import type { Contradiction, Visit } from './contradiction.ts'

const day = /^\d{4}-\d{2}-\d{2}/
/** `2026/05/04`, `04.05.2026`: a day, and none of that form. */
const slashed = /^(?:\d{4}([/.])\d{1,2}\1\d{1,2}|\d{1,2}([/.-])\d{1,2}\2\d{4})(?!\d)/

/** A day where a moment belongs, or the reverse, and days that no month has. What is no date at all stands for one. */
export function checkFormat({ node, shape: { format, place }, row, name, at }: Visit, found: Contradiction[]): void {
  const value = text(node)
  if ((format !== 'date' && format !== 'date-time') || value === undefined) return
  const rest = day.test(value) ? value.replace(day, '') : undefined
  if (rest === undefined && !slashed.test(value)) return
  const shows = rest === '' ? 'date' : /^(?:[Tt ]|%20)\d/.test(rest ?? '') ? 'date-time' : ''
  if (shows === format || (shows === 'date' && isEither(place.node))) return
  found.push({ kind: 'format', at, name, says: format, shows: value, place: row })
}

/** "YYYY-MM-DD or YYYY-MM-DDThh:mm": what the schema has no word for, its description tells. */
function isEither(schema: JsonNode): boolean {
  return /\bYYYY-MM-DD\b(?! ?[Th])/i.test(text(member(schema, 'description')) ?? '')
}
