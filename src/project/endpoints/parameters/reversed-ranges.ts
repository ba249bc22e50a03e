import type { Contradiction } from '../../../schema/contradiction.ts'
import { placeAt } from '../../../schema/place.ts'
import type { Document } from '../../../types.ts'
import { valuesOf } from './written-queries.ts'

/** What a range of days begins with, and what it ends with, as words of names. */
const ends = new Map([
  ['after', 'before'],
  ['since', 'until'],
  ['from', 'to'],
  ['start', 'end'],
  ['begin', 'end'],
])
const begins = /(?<![a-z])(?:after|since|from|start|begin)(?![a-z])/g
const day = /^\d{4}-\d{2}-\d{2}$/
const mayHold = /=\d{4}-\d\d-\d\d&/

/** `?fired-after=2026-12-31&fired-before=2026-04-01`: nothing is in there. */
export function reversedRanges({ facts, path, text }: Document): Contradiction[] {
  const asked = facts.endpoints.filter(({ query = '' }) => mayHold.test(query))
  return asked.flatMap((endpoint): Contradiction[] => {
    const values = valuesOf(endpoint, text).filter(({ value }) => day.test(value))
    return values.flatMap((first): Contradiction[] => {
      const names = endsOf(first.name)
      const last = values.find(({ name }) => names.includes(name))
      if (!last || last.value >= first.value) return []
      const says = `the "${first.value}" of "${first.name}"`
      return [
        { kind: 'order', at: last.range, name: last.name, says, shows: last.value, place: placeAt(path, last.range) },
      ]
    })
  })
}

/** `fired-start-before` ends what `fired-start-after` begins. */
function endsOf(name: string): string[] {
  return Array.from(name.matchAll(begins), ({ index, 0: word }) => {
    return name.slice(0, index) + ends.get(word) + name.slice(index + word.length)
  })
}
