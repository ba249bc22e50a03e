import type { Field } from '../types.ts'

/** What a field says of the form of its text, in a contract's words. */
export function formatOf({
  format,
  typeText,
  links,
  type: { kinds },
}: Field): 'date' | 'date-time' | 'uuid' | 'decimal' | undefined {
  if (kinds?.join() === 'number' && /^\W{0,3}decimal\b/i.test(typeText)) return 'decimal'
  if (kinds && !kinds.includes('string')) return undefined
  return dateFormat(format) ?? inBrackets(typeText, links) ?? (isUuid(typeText, format) ? 'uuid' : undefined)
}

/** `string(date-time)`, `String ([Date](#date))`: the word in brackets is the form of the text. A date that nobody defines may have a time. */
function inBrackets(typeText: string, links: readonly string[]): 'date' | 'date-time' | undefined {
  const word = /^\W{0,3}string\W{0,3}\(\W{0,3}(date(?:-?time)?)\W{0,3}\)/i.exec(typeText)?.[1]
  if (word?.length === 4) return links.length > 0 ? 'date' : undefined
  return word === undefined ? undefined : 'date-time'
}

function isUuid(typeText: string, format: string): boolean {
  return /^\W{0,3}(?:uuid|guid)\W{0,3}$/i.test(typeText) || /^\W{0,3}uuid\W{0,3}$/i.test(format)
}

/** `YYYY-MM-DD`, and the same with a time, by the names that contracts have for them. */
function dateFormat(written: string): 'date' | 'date-time' | undefined {
  if (!/yyyy/i.test(written)) return undefined
  const plain = written.replace(/\[[^\]]*\]|[\s`'"]/g, '')
  if (/^y{4}-m{2}-d{2}$/i.test(plain)) return 'date'
  return /^y{4}-m{2}-d{2}t?hh?:mm?(?::ss?)?[.fsz]*$/i.test(plain) ? 'date-time' : undefined
}
