import { counted } from '../../src/grouped.ts'
import { defineRule, problemsOf } from '../../src/rule.ts'
import { lineAt, plural, startOfLine } from '../../src/text.ts'
import type { Document, Field, Finding, Schema } from '../../src/types.ts'

export default defineRule({
  summary:
    "A table, a list or a section documents one field twice, one row has another's description, two are required that rule each other out, or a sentence names one value twice.",
  severity: 'warning',

  *check(document, { project }) {
    for (const schema of document.facts.schemas) {
      const place = places[schema.form]
      if (place === undefined) continue
      const isPlain = (it: Field, name: string) => project.samples.isPlain(document, it, name)
      for (const [first, again] of pairs(schema, document, isPlain)) {
        const pages = project.samples.pairedRows(document, first, again)
        if (pages.length > 1 && pages[0] !== document.path) continue
        const others = pages.length > 1 ? `, and in those of ${plural(pages.length - 1, 'other page')}` : ''
        yield finding(`is documented twice in this ${place}${others}`, document.path, first, again)
      }
    }
    for (const whole of project.samples.wholes(document)) {
      for (const [first, again] of inBoth(whole, document)) {
        yield finding('is documented as required and as optional', document.path, first, again)
      }
    }
    for (const { name, at, group, from } of project.endpoints.copiedRows(document)) {
      const { heading = [0, 0] } = from.document.facts.sections[from.section] ?? {}
      yield {
        at,
        message: `"${name}" of "${group.title}" has the description that it has in "${from.title}"`,
        related: [{ path: from.document.path, at: heading, message: 'has the same description' }],
      }
    }
    yield* problemsOf(document, 'value')
  },
})

/** Where a name stands for one field, by what documents it. */
const places: Readonly<Record<string, string>> = {
  table: 'table',
  tags: 'section',
  list: 'list',
  headings: 'section',
}

type Pair = [first: Field, again: Field]

/** Whether samples show that a field holds none of that name. */
type IsPlain = (field: Field, name: string) => boolean

function pairs(schema: Schema, document: Document, isPlain: IsPlain): Iterable<Pair> {
  if (schema.form === 'list') return copies(schema, document)
  if (schema.form !== 'headings') return repeated(schema, document, isPlain)
  // A page with more of them has a heading for each case.
  const found = [...inOneRow(schema, document)]
  return found.length > 1 ? [] : found
}

/** Headings may well repeat a name, of another object: not where all that stands between the two are fields that hold none. */
function* inOneRow({ fields }: Schema, { facts: { sections } }: Document): Generator<Pair> {
  const indexes = new Map(sections.map(({ heading }, at) => [heading[0], at]))
  let seen = new Map<string, Field>()
  let before = -1
  for (const field of fields) {
    const at = indexes.get(field.range[0]) ?? 0
    if (at !== before + 1) seen = new Map()
    before = at
    const first = seen.get(nameOf(field))
    if (first) yield [first, field]
    if (mayHoldFields(field)) seen = new Map()
    else seen.set(nameOf(field), first ?? field)
  }
}

function finding(says: string, path: string, first: Field, again: Field): Finding {
  return {
    at: again.nameRange,
    message: `"${nameOf(again)}" ${says}`,
    related: [{ path, at: first.nameRange, message: 'documented here first' }],
  }
}

const nameOf = ({ path }: Field): string => (path.length === 1 ? (path[0] ?? '') : path.join('.'))

/** Nobody writes a table with more rows that may hold others, and each repeated one would ask of them all. */
const most = 100

function* repeated({ fields }: Schema, { text }: Document, isPlain: IsPlain): Generator<Pair> {
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
      outer.every((it) => (isWhole && areInFull(it, field)) || isPlain(it, field.path.at(-1) ?? ''))
    const isCopy = () => isWhole && isCopied(fields.slice(fields.indexOf(first), at), field, text)
    if (first && (isSame() || isCopy()) && !(first === last && areAlternatives(first, field))) yield [first, field]
    if (!first) seen.set(name, field)
    last = field
    if (mayHoldFields(field)) outer.push(field)
  }
}

/** Two rows that differ in what they call the type, below each other or with none between them that may hold fields: rows of the same type hold as many as they do. */
function isCopied([first, ...between]: Field[], again: Field, text: string): boolean {
  if (!first || between.some((it) => mayHoldFields(it) && it.typeText !== first.typeText)) return false
  const [one, two] = [first, again].map((it) => cellsOf(it, text))
  if (one?.length !== two?.length) return false
  const same = one?.filter((it, at) => it === two?.[at]) ?? []
  const words = same.join(' ').match(/\S+/g) ?? []
  return same.length + 1 === one?.length && words.length > leastWords
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

function mayHoldFields({ links, type: { kinds, items } }: Field): boolean {
  if (links.length > 0) return false
  const inner = kinds?.includes('array') && items ? items : kinds
  return !kinds || kinds.includes('object') || (inner ?? []).some((it) => it === 'object' || it === 'array')
}

/** Whether two rows, one right below the other, say that a value may be one thing or many. */
function areAlternatives({ type: { kinds: one } }: Field, { type: { kinds: other } }: Field): boolean {
  return (one?.includes('array') ?? false) !== (other?.includes('array') ?? false)
}

/** A list may well repeat a name, for another case. It says nothing of another one where it repeats the words too. */
function* copies({ fields }: Schema, { text }: Document): Generator<Pair> {
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

/** Of two tables, each may be flat, and the name another field's: not where both say the same of it. */
function inBoth({ form, fields, range: [, end] }: Schema, { text }: Document): Pair[] {
  if (form !== 'table') return []
  const firsts = new Map(fields.filter(({ range }) => range[0] < end).map((it) => [nameOf(it), it]))
  return fields.flatMap((again): Pair[] => {
    const first = firsts.get(nameOf(again))
    return first && first !== again && saidOf(first, text) === saidOf(again, text) ? [[first, again]] : []
  })
}

function saidOf({ range }: Field, text: string): string {
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

/** Fewer words may be said of two things: a name, a mark, a type and a word or two. */
const leastWords = 5

/** No line between them stands further out: they are bullets of one list. */
function areBesideEachOther(one: Field, next: Field, text: string): boolean {
  const lines = text.slice(startOfLine(text, one.range[0]), next.range[0]).split('\n')
  const depths = lines.filter((it) => it.trim() !== '').map((it) => it.search(/\S/))
  return depths[0] === depths.at(-1) && depths.every((it) => it >= (depths[0] ?? 0))
}
