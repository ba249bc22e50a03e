import { excerpt } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import type { Cell, ReadTable } from './cells.ts'
import { kindOf } from './lost-cells.ts'

const enough = 2
/** So many rows say what the words of a column are. */
const many = 4
const sentence = /^\p{Lu}\p{Ll}*(?:\s+\p{Ll}\S*){3}/u

/** What a cell says without its place. */
type Said = Pick<Cell, 'text' | 'code'>

/** `| lid | string The lid of it. |`: a row that lost a pipe, so that one cell holds what belongs in two. All others are whole. */
export function joinedCells({ header, rows }: ReadTable): Problem[] {
  const [row, another] = rows.filter((it) => it.length < header.length)
  if (!row || another || row.length !== header.length - 1) return []
  const others = rows.filter((it) => it.length === header.length)
  if (others.length < enough || others.length + 1 < rows.length) return []
  for (const [at, cell] of row.entries()) {
    const [own, next] = [at, at + 1].map((column) => others.map((it) => it[column]).filter((it) => it !== undefined))
    const halves = cell.source === undefined && own && next ? halvesOf(cell, own, next) : undefined
    if (!halves || (row.length === 1 && !beginsFirst(halves))) continue
    const isShifted = row.slice(at + 1).every((it, i) =>
      belongs(
        it,
        others.flatMap((other) => other[at + 2 + i] ?? []),
      ),
    )
    if (!isShifted) continue
    const [one, two] = [header[at]?.text ?? '', header[at + 1]?.text ?? '']
    const message = `the row has ${row.length} cells, the header ${header.length}: "${excerpt(cell.text)}" is what belongs in "${one}" and in "${two}"`
    return [{ kind: 'table', range: cell.range, message, help: `write a "|" behind "${halves[0].text}"` }]
  }
  return []
}

/** The two cells that a cell is, where the first half is what all of its column is, and the second what stands in the next one. */
function halvesOf(cell: Cell, own: readonly Cell[], next: readonly Cell[]): [Said, Said] | undefined {
  const known = inKnownWords(cell, own, next)
  if (known) return known
  const kind = uniform(own)
  const isWhole = kindOf(cell) === kind && !/\s\p{Lu}/u.test(cell.text)
  if (kind === undefined || isWhole || next.some(({ text }) => text === '')) return undefined
  for (const { index } of cell.text.matchAll(/\s+/g)) {
    const halves = splitAt(cell, index)
    if (kindOf(halves[0]) === kind && isNext(halves[1], next)) return halves
    if (kind !== 'code') return undefined
  }
  return undefined
}

/** Two words, of which the second stands as it is in the next column, and the first is one as all of its column is; or a word of its column, and a sentence. */
function inKnownWords(cell: Cell, own: readonly Cell[], next: readonly Cell[]): [Said, Said] | undefined {
  const at = cell.text.search(/\s/)
  if (at < 0 || own.length < many || has(own, cell.text) || next.some(({ text }) => text === '')) return undefined
  const halves = splitAt(cell, at)
  const [one, two] = halves
  const isKnown = has(own, one.text)
  const areWords = has(next, two.text) && (isKnown || !own.some(({ text }) => /\s/.test(text)))
  return areWords || (isKnown && sentence.test(two.text)) ? halves : undefined
}

function has(column: readonly Cell[], text: string): boolean {
  return column.some((it) => it.text === text)
}

function splitAt({ text, code }: Cell, at: number): [Said, Said] {
  const [one, two] = [text.slice(0, at), text.slice(at).trim()]
  const isCode = code[0] === one
  return [
    { text: one, code: isCode ? [one] : [] },
    { text: two, code: isCode ? code.slice(1) : code },
  ]
}

/** What its column is, or one of the words that stand there, or a sentence: `string with a lid` and `Array Of Lids` are types at length. */
function isNext(half: Said, column: readonly Cell[]): boolean {
  const kind = uniform(column)
  if (kind !== undefined) return kindOf(half) === kind
  return column.some(({ text }) => text === half.text) || /^(?!O[fr]\b)\p{Lu}\S*\s+\S/u.test(half.text)
}

/** A row of one cell may be a title of those below it: not where a number or code begins it, and goes on with what stands beside such. */
function beginsFirst([one, two]: [Said, Said]): boolean {
  return /^(?:code|number|method)$/.test(kindOf(one) ?? '') && /\s\S+\s/.test(two.text)
}

/** Nothing speaks against it: where all of a column is of one kind, so is this. */
function belongs(cell: Cell, column: readonly Cell[]): boolean {
  const kind = uniform(column)
  return kind === undefined || kindOf(cell) === kind
}

function uniform([first, ...others]: readonly Cell[]): string | undefined {
  const kind = first && kindOf(first)
  return kind !== undefined && others.every((it) => kindOf(it) === kind) ? kind : undefined
}
