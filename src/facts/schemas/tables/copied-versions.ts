import { squash } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import type { Cell, ReadTable } from './cells.ts'

/** "Pots v3", "Retirement of Pots v3", "Pots v3.1 API": what a row is about, and its version. */
const versioned = /^(.{0,80}?)\bv(\d{1,2}(?:\.\d{1,2})*)(?![\w.]\w)/i

/** Shorter ones may be said of every version. */
const shortest = 30

/**
 * Two rows of a change log, one right below the other, that are about two versions of one thing, in the same words about one of the two: the
 * row was copied, and only its label was changed.
 */
export function copiedVersions(tables: readonly ReadTable[]): Problem[] {
  return tables.flatMap(({ rows }) => rows.flatMap((row, at) => (at > 0 ? copied(rows[at - 1] ?? [], row) : [])))
}

function copied(above: readonly Cell[], row: readonly Cell[]): Problem[] {
  const at = row.findIndex(({ text }, i) => text.length >= shortest && text === above[i]?.text)
  const [first, second] = [above[at], row[at]]
  if (!first || !second || first === second || !/\bv\d/i.test(second.text)) return []
  return row.flatMap(({ text }, i) => {
    const [one, other] = [nameOf(above[i]?.text ?? ''), nameOf(text)]
    if (!one || !other || one.name !== other.name || one.version === other.version) return []
    const isOfFirst = names(second.text, one)
    if (isOfFirst === names(second.text, other)) return []
    return isOfFirst ? problem(second, other, one) : problem(first, one, other)
  })
}

interface Versioned {
  name: string
  /** The last word before the version. */
  word: string
  version: string
  shown: string
}

function nameOf(text: string): Versioned | undefined {
  const [shown, before = '', version = ''] = versioned.exec(text) ?? []
  const word = /(\p{L}[\p{L}\d]*)\W*$/u.exec(before)?.[1]
  return shown === undefined || word === undefined ? undefined : { name: squash(before), word, version, shown }
}

/** "The Pots v1 API has gone" */
function names(text: string, { word, version }: Versioned): boolean {
  const said = new RegExp(`\\b${word}s? (?:api )?v${version.replaceAll('.', '\\.')}(?![\\w.]\\w|\\d)`, 'i')
  return said.test(text)
}

function problem({ range }: Cell, { shown }: Versioned, other: Versioned): Problem[] {
  return [{ kind: 'value', range, message: `"${shown}" has the description of "${other.shown}"` }]
}
