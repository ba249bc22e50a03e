import { grouped, onlyOne } from '../../../grouped.ts'
import type { Shown, WrongValue } from './wrong-value.ts'

const cut = /(?<=[/="])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{11}(?![\w-])/gi
/** How one ends: dashes are rarer than what stands in front of them. */
const end = /-(?:[\da-f]{4}-){3}[\da-f]{11}(?![\w-])/i
const whole = /(?<![\w-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\w-])/gi

/** UUIDs that lack their last digit, on a page that has the same ones with it. */
export function cutIds({ document, sample, text }: Shown): WrongValue[] {
  const places = end.test(text) ? [...text.matchAll(cut)] : []
  if (places.length === 0) return []
  const ids = grouped(new Set(document.text.match(whole)), (it) => it.slice(0, -1))
  return places.flatMap(({ 0: shows, index }): WrongValue[] => {
    const says = onlyOne(ids.get(shows) ?? [])
    const start = sample.range[0] + index
    const at = [start, start + shows.length] as const
    return says ? [{ kind: 'cut', at, says, shows }] : []
  })
}
