import { onlyOne } from '../../../grouped.ts'
import { members, text as textOf } from '../../../parse/json.ts'
import { foldName } from '../../../schema/keys.ts'
import type { JsonNode } from '../../../types.ts'
import type { Shown, WrongValue } from './wrong-value.ts'

const mayHold = /"\d{4}-?\d{2}-?\d{2}["TZ]/

/** Days and moments that no calendar and no clock has, whatever the schema says: month 13, the 31st of June, 25 o'clock. */
export function impossibleMoments({ text, nodes }: Shown): WrongValue[] {
  if (!mayHold.test(text)) return []
  return nodes().flatMap((node): WrongValue[] => {
    const shows = textOf(node) ?? ''
    const says = whyNever(shows)
    return says ? [{ kind: 'moment', at: node.range, says, shows }] : []
  })
}

/** Digits and marks of a moment only, so that no word and no second moment explains its form. */
const clocklike = /^\d{4}-\d{1,2}-\d{1,2}T(?=[\d., ]{0,20}:)[\d:., ]{1,40}(?:Z|[+-]\d{2}:?\d{2})?$/
const printed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2})?$|\.{2}/

function whyNever(value: string): string | undefined {
  if (clocklike.test(value) && !printed.test(value)) {
    return /^.{10}T/.test(value) ? 'its time is not of the form hh:mm:ss' : 'its day is not of the form yyyy-mm-dd'
  }
  // Other numbers may look like a day alone.
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?!\d)|(?<=^(?:19|20).*)$)/.exec(value)
  if (!parts) return misprint(value)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map((it) => Number(it ?? 0))
  // Zeros stand for no moment at all.
  if (month === 0 || day === 0) return undefined
  if (month > 12) return `a year has no month ${month}`
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return `that month has no day ${day}`
  if (hour > 24) return `a day has no hour ${hour}`
  return minute > 59 || second > 60 ? `no clock shows ${minute}:${second}` : whyNoOffset(value)
}

/** From 12 hours behind UTC to 14 ahead of it. */
function whyNoOffset(value: string): string | undefined {
  const [, offset = '', sign, hours, minutes] = /T[\d:.,]+(([+-])(\d{2}):?(\d{2})?)$/.exec(value) ?? []
  const isFar = Number(hours) * 60 + Number(minutes ?? 0) > (sign === '+' ? 14 : 12) * 60
  return isFar || Number(minutes) > 59 ? `no place is ${offset} from UTC` : undefined
}

function misprint(value: string): string | undefined {
  if (lacksDash.test(value)) return 'one of the two "-" of its day is missing'
  return zoned.test(value) ? 'a "Z" stands in place of its "T"' : undefined
}

const zoned = /^\d{4}-\d{2}-\d{2}Z\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/
const lacksDash = /^\d{4}(?:\d{2}-|-\d{2})\d{2}T\d{2}:\d{2}/

const mayCount = /1\d{9}\d{0,3}\b(?<=(?:time|stamp|epoch|unix|at|ms|date)" ?: ?\d{10,13})/i
const words = /(?:timestamp|datetime|time|date|at|iso|utc|unix|epoch|ms|millis)+$/
const clock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** `"timestamp": 1712346900987` beside a `"datetime"` of another year: one moment, counted and written. A "date" may be that of something else. */
export function contraryMoments({ text, nodes }: Shown): WrongValue[] {
  if (!mayCount.test(text)) return []
  return nodes().flatMap((object) => {
    const all = members(object)
    const written = all.filter(({ key, value }) => clock.test(textOf(value) ?? '') && foldName(key) !== 'date')
    return all.flatMap(({ key, value }): WrongValue[] => {
      const count = countOf(value)
      if (count === undefined) return []
      const other = onlyOne(written.filter((it) => momentOf(it.key) === momentOf(key)))
      if (!other) return []
      const node = other.value
      const shows = textOf(node) ?? ''
      if (!(Math.abs(Date.parse(shows) - count) > day)) return []
      const says = `the "${key}" beside it counts to ${new Date(count).toISOString().slice(0, 10)}`
      return [{ kind: 'moment', at: node.range, says, shows }]
    })
  })
}

/** A day, wherever it begins. */
const day = 38 * 3_600_000

/** Seconds or milliseconds, as milliseconds. Digits in a row count nothing, and too many for seconds count to a day that is far off as milliseconds, too. */
function countOf(node: JsonNode): number | undefined {
  const count = node.kind === 'number' ? Number(node.value) : 0
  if (!/^1(?!23456789)\d{9}\d{0,3}$/.test(String(count))) return undefined
  return count < 1e12 ? count * 1000 : count
}

/** What a moment is of: `createdAt` and `created_ms` are one. */
function momentOf(key: string): string {
  return foldName(key).replace(words, '')
}
