import { decodePercent } from '../../../text.ts'
import type { Endpoint, Range } from '../../../types.ts'

/** What a call asks for, and where it says so. */
export interface QueryValue {
  name: string
  value: string
  range: Range
}

export function valuesOf({ query = '', pathRange: [, end] }: Endpoint, text: string): QueryValue[] {
  const start = text.slice(end, end + query.length + 2).indexOf(query)
  if (start < 0) return []
  // `?lit=2026-05-01 10:00:00`: a blank ends the query, and the value goes on.
  const isCut = /^ \d/.test(text.slice(end + start + query.length, end + start + query.length + 2))
  const whole = isCut ? query.slice(0, query.lastIndexOf('&') + 1) : query
  const parts = whole.matchAll(/(?<![^?&])([A-Za-z_][\w.-]*)=([^&]+)/g)
  return Array.from(parts, ({ index, 0: all, 1: name = '', 2: value = '' }) => {
    const at = end + start + index + all.length
    return { name, value: decodePercent(value), range: [at - value.length, at] }
  })
}
