import { counted } from '../../../grouped.ts'
import { lineAt, startOfLine } from '../../../text.ts'
import type { Document, Field, Schema } from '../../../types.ts'
import { leastWords, mayNest, nameOf, type Pair } from './pairs.ts'
import type { IsPlain } from './plain.ts'

/** Nobody writes a table with more rows that may hold others, and each repeated one would ask of them all. */
const most = 100

/** Names that a table has twice, for one field. */
export function* twiceIn({ fields }: Schema, document: Document, isPlain: IsPlain): Generator<Pair> {
  const { text } = document
  const counts = counted(fields.map(nameOf))
  if (counts.size === fields.length) return
  let last: Field | undefined
  const seen = new Map<string, Field>()
  // Below a row that opens an object, the same name may well be another field: some tables flatten what is nested.
  const outer: Field[] = []
  for (const [at, field] of fields.entries()) {
    const name = nameOf(field)
    const first = seen.get(name)
    // What more than two rows have in common parts them.
    const isWhole = first !== undefined && counts.get(name) === 2 && beginsRow(field, text)
    const isSame = () =>
      outer.length <= most &&
      outer.every((it) => (isWhole && areInFull(it, field)) || isPlain(document, it, field.path.at(-1) ?? ''))
    const isCopy = () => isWhole && isCopied(fields.slice(fields.indexOf(first), at), field, text)
    if (first && (isSame() || isCopy()) && !(first === last && areAlternatives(first, field))) yield [first, field]
    if (!first) seen.set(name, field)
    last = field
    if (mayNest(field)) outer.push(field)
  }
}

/** Two rows that differ in what they call the type, below each other or with none between them that may hold fields: rows of the same type hold as many as they do. */
function isCopied([first, ...between]: Field[], again: Field, text: string): boolean {
  if (!first || between.some((it) => mayNest(it) && it.typeText !== first.typeText)) return false
  const [one, two] = [cellsOf(first, text), cellsOf(again, text)]
  const same = one.filter((it, at) => it === two[at])
  const words = same.join(' ').match(/\S+/g) ?? []
  return one.length === two.length && same.length + 1 === one.length && words.length > leastWords
}

function cellsOf({ range: [start] }: Field, text: string): string[] {
  return lineAt(text, start)
    .split('|')
    .map((it) => it.trim())
}

/** `pot.lid` below `pot`, or below `pot.clay`: such a name says where it belongs. */
function areInFull(outer: Field, { path }: Field): boolean {
  return path.length > 1 && (outer.path.length > 1 || outer.path[0] === path[0])
}

/** Behind another column, the name may be that of what the row is about. */
function beginsRow({ range: [start] }: Field, text: string): boolean {
  return /^[\s|]*$/.test(text.slice(startOfLine(text, start), start))
}

/** Whether two rows, one right below the other, say that a value may be one thing or many. */
function areAlternatives({ type: { kinds: one } }: Field, { type: { kinds: other } }: Field): boolean {
  return (one?.includes('array') ?? false) !== (other?.includes('array') ?? false)
}
