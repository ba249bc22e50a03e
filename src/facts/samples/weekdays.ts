import { grouped } from '../../grouped.ts'
import { textBefore } from '../../text.ts'
import type { Problem, Range } from '../../types.ts'

const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const days = names.map((it) => it.slice(0, 3))
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Minutes and seconds of a clock. */
const clock = /(?<= \d\d):\d\d:\d\d(?![:\d])/g
const weekday = `\\b(${days.join('|')})(?:day|sday|nesday|rsday|urday)?`
/** A weekday in front of a day or of a month: most pages have none. */
const anyWeekday = new RegExp(`${weekday},? (?:\\d{1,2}[ -][A-Z]|[A-Z][a-z]{2,8} {1,2}\\d)`)
const month = `(${months.join('|')})(?:[a-z]{1,6})?`
/** `Sun, 03 Aug 2019`, `Sunday, 03-Aug-19`. */
const dayFirst = new RegExp(`${weekday},? (\\d{1,2})[ -]${month}[ -](\\d{4}|\\d\\d) \\d\\d$`)
/** `Sun Aug  3`, whose year stands behind the clock or in front of it. */
const monthFirst = new RegExp(`${weekday},? ${month} {1,2}(\\d{1,2}),?(?: (\\d{4}))? \\d\\d$`)
const yearBehind = /^(?: [A-Z]{3,4}| [+-]\d{4})? (\d{4})\b/

interface Moment {
  range: Range
  shows: string
  says: string
}

/** The weekday in front of a moment, where the calendar has another one for that day: what is the same several times is told once. */
export function wrongWeekdays(text: string): Problem[] {
  if (!anyWeekday.test(text)) return []
  const found = Array.from(text.matchAll(clock)).flatMap(({ index, 0: { length } }) => {
    const moment = momentAt(text, index, index + length)
    return moment ? [moment] : []
  })
  return Array.from(grouped(found, ({ shows }) => shows).values()).flatMap((all): Problem[] => {
    const [first] = all
    if (!first) return []
    const places = all.length > 1 ? ` (${all.length} places)` : ''
    const message = `"${first.shows}" cannot be: that day is a ${first.says}${places}`
    return [{ kind: 'moment', range: first.range, message }]
  })
}

function momentAt(text: string, start: number, end: number): Moment | undefined {
  const before = textBefore(text, start, 40)
  const written = dayFirst.exec(before)
  const [, behind = ''] = yearBehind.exec(text.slice(end, end + 12)) ?? []
  const found = written ?? monthFirst.exec(before)
  if (!found) return undefined
  const [all, day = '', ...rest] = found
  const [date, name, year] = written ? rest : [rest[1], rest[0], rest[2] ?? behind]
  const says = weekdayOf(fullYear(year ?? ''), months.indexOf(name ?? ''), Number(date))
  if (says === undefined || days[says] === day) return undefined
  const from = start - all.length
  const isBehind = !written && rest[2] === undefined
  const to = isBehind ? end + text.slice(end, end + 12).indexOf(behind) + behind.length : start - 3
  return { range: [from, to], shows: text.slice(from, to), says: names[says] ?? '' }
}

/** Of two digits, as RFC 850 has them, only those that nobody reads otherwise. */
function fullYear(written: string): number {
  const year = Number(written)
  return written.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year
}

/** No day of a month that lacks it, and none of a year that stands for another: the first moment of all is a day in 1970. */
function weekdayOf(year: number, month: number, day: number): number | undefined {
  if (!(year >= 1990 && year <= 2100)) return undefined
  const date = new Date(Date.UTC(year, month, day))
  return date.getUTCDate() === day ? date.getUTCDay() : undefined
}
