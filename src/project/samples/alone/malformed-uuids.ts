import { grouped } from '../../../grouped.ts'
import { members, text as textOf } from '../../../parse/json.ts'
import { farSlip, maskOf, uuidSlip } from '../../../schema/uuids.ts'
import { literally } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import type { Shown, WrongValue } from './wrong-value.ts'

const similar = /"[\da-z]{7,9}-(?:[\da-z]{3,5}-){3}[\da-z]{11,13}"/gi

/** How one ends: dashes are rarer than quotes. */
const end = /-(?:[\da-z]{3,5}-){3}[\da-z]{11,13}"/i

/** As many of them on one page are ids of another form, or were made unlike any on purpose. */
const habit = 3

/** UUIDs with a digit too many or too few, or a letter that is none, whatever the schema says. */
export function malformedUuids({ document, text, nodes }: Shown): WrongValue[] {
  if (!end.test(text) || !idsIn(text).some(uuidSlip) || isHabit(document)) return []
  const strings = nodes().filter(({ kind }) => kind === 'string')
  const byValue = grouped(strings, (it) => textOf(it) ?? '')
  return [...byValue].flatMap(([shows, [node, ...others]]): WrongValue[] => {
    const says = uuidSlip(shows)
    if (!node || !says || isMasked(shows, document)) return []
    return [{ kind: 'uuid', at: node.range, says, shows, repeats: others.map(({ range }) => range) }]
  })
}

/** The middle of one, as it should be. */
const middle = /-[1-7][\da-f]{3}-[89ab][\da-f]{3}-[\da-z]{6,14}"/i

/** What is cut out of a UUID, or has been written into it, below a key that shows whole ones elsewhere on the page. */
export function cutUuids({ document, text, nodes }: Shown): WrongValue[] {
  if (!middle.test(text) || isHabit(document)) return []
  const seen = new Set<string>()
  return nodes()
    .flatMap((it) => members(it))
    .flatMap(({ key, value: { range: at }, value }): WrongValue[] => {
      const shows = textOf(value) ?? ''
      const says = uuidSlip(shows) === undefined ? farSlip(shows) : undefined
      if (says === undefined || seen.has(shows) || !showsUuids(document, key)) return []
      seen.add(shows)
      return [{ kind: 'uuid', at, says, shows }]
    })
}

function showsUuids({ text }: Document, key: string): boolean {
  return new RegExp(`"${literally(key)}"\\s{0,9}:\\s{0,9}"[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}"`, 'i').test(text)
}

function isHabit({ text }: Document): boolean {
  return [...new Set(idsIn(text))].filter(uuidSlip).length >= habit
}

/** Whether another id of the page has the same letter in the place of digits, and no other one. */
export function isMasked(id: string, { text }: Document): boolean {
  const mask = maskOf(id)
  if (mask === undefined) return false
  return idsIn(text).some((it) => it !== id && maskOf(it) === mask)
}

/** Texts that are a UUID, or nearly one. */
function idsIn(text: string): string[] {
  return (text.match(similar) ?? []).map((it) => it.slice(1, -1))
}
