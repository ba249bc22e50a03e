import { grouped } from '../../grouped.ts'
import { nodesIn } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { uuidSlip } from '../../schema/uuids.ts'
import type { Document } from '../../types.ts'
import type { Shown } from './context.ts'

const similar = /"[\da-z]{7,9}-(?:[\da-z]{3,5}-){3}[\da-z]{11,13}"/gi

/** As many of them on one page are ids of another form, or were made unlike any on purpose. */
const habit = 3

/** UUIDs with a digit too many or too few, or a letter that is none, whatever the schema says. */
export function malformedUuids({ document, json, text }: Shown): Contradiction[] {
  if (!text.match(similar)?.some((it) => uuidSlip(it.slice(1, -1))) || isHabit(document)) return []
  const nodes = [...nodesIn(json)].filter(({ kind }) => kind === 'string')
  const byValue = grouped(nodes, (it) => ('value' in it ? String(it.value) : ''))
  return [...byValue].flatMap(([shows, [node, ...others]]): Contradiction[] => {
    const says = uuidSlip(shows)
    if (!node || !says) return []
    const repeats = others.map(({ range }) => range)
    return [{ kind: 'uuid', at: node.range, name: '', says, shows, repeats, place: { path: document.path, node } }]
  })
}

function isHabit({ text }: Document): boolean {
  const ids = new Set(text.match(similar))
  return [...ids].filter((it) => uuidSlip(it.slice(1, -1))).length >= habit
}
