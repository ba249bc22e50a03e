import { members, text as textOf } from '../../../parse/json.ts'
import { foldName } from '../../../schema/keys.ts'
import type { JsonMember } from '../../../types.ts'
import type { Shown, WrongValue } from './wrong-value.ts'

/** What begins something, and what ends it; of departures and arrivals, either may come first. */
const ends: Readonly<Record<string, readonly string[]>> = {
  starting: ['ending'],
  started: ['ended', 'finished', 'stopped', 'completed'],
  start: ['end', 'finish', 'stop'],
  begin: ['end'],
  from: ['to', 'until', 'till'],
  since: ['until'],
  checkin: ['checkout'],
  issued: ['expires', 'expired'],
  created: ['updated', 'modified', 'deleted', 'closed', 'completed', 'finished', 'expires', 'expired'],
}
const begins = new RegExp(Object.keys(ends).join('|'))
const moment = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/
const mayHold = /-\d\d-\d\d(?<=(?:start|begin|from|since|created|issued|check-?_?in)\w{0,40}" ?: ?"\d{4}-\d\d-\d\d)/i

/** `"fired_from": "2026-05-04", "fired_to": "2026-05-01"`: what ends before it begins. */
export function reversedPeriods({ text, nodes }: Shown): WrongValue[] {
  if (!mayHold.test(text)) return []
  return nodes().flatMap((object) => {
    const named = members(object).map((it) => [foldName(it.key), it] as const)
    if (!named.some(([name]) => begins.test(name))) return []
    const byName = new Map(named)
    return [...byName].flatMap(([name, first]): WrongValue[] => {
      const last = endsOf(name).flatMap((it) => byName.get(it) ?? [])
      return last.filter((it) => isBefore(it, first)).map((it) => reversed(it, first))
    })
  })
}

function endsOf(name: string): string[] {
  const word = begins.exec(name)?.[0] ?? ''
  return (ends[word] ?? []).map((it) => name.replace(word, it))
}

function isBefore({ value: last }: JsonMember, { value: first }: JsonMember): boolean {
  const [end, endZone] = moment.exec(textOf(last) ?? '') ?? []
  const [begin, beginZone] = moment.exec(textOf(first) ?? '') ?? []
  if (end === undefined || begin === undefined || !endZone !== !beginZone) return false
  // A day ends after all the moments that it has.
  if (end.length > 10 !== begin.length > 10) return false
  return endZone && beginZone ? Date.parse(end) < Date.parse(begin) : end < begin
}

function reversed({ key, value }: JsonMember, first: JsonMember): WrongValue {
  const says = `the "${textOf(first.value)}" of "${first.key}"`
  return { kind: 'order', at: value.range, name: key, says, shows: textOf(value) ?? '' }
}
