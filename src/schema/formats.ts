import type { Field } from '../types.ts'
import { dateFormat } from './dates.ts'

/** What a field says of the form of its text, in a contract's words. */
export function formatOf({ format, typeText, type: { kinds } }: Field): 'date' | 'date-time' | 'uuid' | undefined {
  if (!kinds?.includes('string')) return undefined
  return dateFormat(format) ?? (isUuid(typeText, format) ? 'uuid' : undefined)
}

function isUuid(typeText: string, format: string): boolean {
  return /^\W{0,3}(?:uuid|guid)\W{0,3}$/i.test(typeText) || /^\W{0,3}uuid\W{0,3}$/i.test(format)
}
