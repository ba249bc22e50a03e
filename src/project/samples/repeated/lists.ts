import { startOfLine } from '../../../text.ts'
import type { Document, Field, Schema } from '../../../types.ts'
import { leastWords, nameOf, type Pair } from './pairs.ts'

/** A list may well repeat a name, for another case. It says nothing of another one where it repeats the words too. */
export function* copies({ fields }: Schema, { text }: Document): Generator<Pair> {
  const seen = new Map<string, Seen>()
  const parents = new Set(fields.map(({ path }) => path.slice(0, -1).join('.')))
  for (const field of fields) {
    const said = saidOf(field, text)
    if (said.split(' ').length < leastWords || parents.has(nameOf(field))) continue
    const key = `${nameOf(field)} ${said}`
    const known = seen.get(key)
    const isAgain = known !== undefined && areBesideEachOther(known.last, field, text)
    if (isAgain) yield [known.first, field]
    seen.set(key, { first: isAgain ? known.first : field, last: field })
  }
}

/** All that a row or a bullet says. */
export function saidOf({ range }: Field, text: string): string {
  return text
    .slice(...range)
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a list says in the same words: where it does first, and where it did last. */
interface Seen {
  first: Field
  last: Field
}

/** No line between them stands further out: they are bullets of one list. */
function areBesideEachOther(one: Field, next: Field, text: string): boolean {
  const lines = text.slice(startOfLine(text, one.range[0]), next.range[0]).split('\n')
  const depths = lines.filter((it) => it.trim() !== '').map((it) => it.search(/\S/))
  return depths[0] === depths.at(-1) && depths.every((it) => it >= (depths[0] ?? 0))
}
