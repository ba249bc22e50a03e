import type { Field } from '../types.ts'
import { dateFormat } from './dates.ts'

/** What a field says of the form of its text, in a contract's words. */
export function formatOf({ format, typeText, type: { kinds } }: Field): 'date' | 'date-time' | 'uuid' | undefined {
  if (!kinds?.includes('string')) return undefined
  return dateFormat(format) ?? inBrackets(typeText) ?? (isUuid(typeText, format) ? 'uuid' : undefined)
}

/** `String (date)`, `string(date-time)`: the word in brackets is the form of the text. Alone, either may be meant by it. */
function inBrackets(typeText: string): 'date' | 'date-time' | undefined {
  const word = /^\W{0,3}string\W{0,3}\(\W{0,3}(date(?:-?time)?)\W{0,3}\)/i.exec(typeText)?.[1]
  return word ? (word.length === 4 ? 'date' : 'date-time') : undefined
}

function isUuid(typeText: string, format: string): boolean {
  return /^\W{0,3}(?:uuid|guid)\W{0,3}$/i.test(typeText) || /^\W{0,3}uuid\W{0,3}$/i.test(format)
}
