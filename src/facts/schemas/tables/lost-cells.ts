import { excerpt } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import { isHttpMethod } from '../../methods.ts'
import { knownWords } from '../known-words.ts'
import { readType } from '../types.ts'
import type { Cell, ReadTable } from './cells.ts'
import { placeWords } from './columns.ts'

/** Parts of expressions: what a column for what is required says, on what it depends, and how types begin of which somebody speaks at length. */
export const answerWords = 'yes|no|true|false|required|optional|mandatory|conditional'
export const conditionWords = 'if|when|unless|only|for'
export const longTypes = '(?:an? )?(?:array|list|map|set|object|one|any|either|string|number|integer|boolean|enum)'

const isAnswer = new RegExp(`^(?:${answerWords}|[ynx✓✔✅✗✘❌])$`, 'i')
const isPlace = new RegExp(`^(?:${placeWords})$`, 'i')

/** What a cell of few words can be told to be by itself, in a column that has nothing else. */
const kinds: [kind: string, isOne: (text: string) => boolean][] = [
  ['answer', (it) => isAnswer.test(it)],
  ['method', isHttpMethod],
  ['place', (it) => isPlace.test(it)],
  ['number', (it) => /^[+-]?\d[\d.,]*$/.test(it)],
  ['url', (it) => /^(?:https?:\/)?\/[^\s/]/.test(it)],
  ['type', (it) => /^[a-z]/i.test(it) && it.length < 40 && readType(it).kinds !== undefined],
]

/** Who says at length of what type a value is, or when it has to be there. */
const atLength = new RegExp(`^(?:${longTypes}|${answerWords}|${conditionWords}|${placeWords}|in|not|none)\\b`, 'i')

const enough = 2

/**
 * A row that lacks a cell before its last one: what it says stands below the title of the column before its own, where no other
 * row says such a thing.
 */
export function lostCell({ header, rows }: ReadTable): Problem[] {
  const [row, another] = rows.filter((it) => it.length < header.length)
  if (!row || another || row.length !== header.length - 1 || row.length < 2) return []
  if (row.some(({ source }) => source !== undefined) || row.at(-1)?.text === '') return []
  const others = rows.filter((it) => it.length === header.length)
  const at = row.findIndex((cell, i) =>
    isMoved(cell, filled(others, i), filled(others, i + 1), i + 2 === header.length),
  )
  const cell = row[at]
  if (!cell || row.slice(at + 1).some((it, i) => isAtHome(it, filled(others, at + 1 + i)))) return []
  const [above, own] = [header[at]?.text ?? '', header[at + 1]?.text ?? '']
  const message = `the row has ${row.length} cells, the header ${header.length}: "${excerpt(cell.text)}" stands below "${above}", not "${own}"`
  return [{ kind: 'table', range: cell.range, message, help: 'put the missing cell in front of it' }]
}

/** Whether a cell says what only the next column does, and nothing that its own does. */
function isMoved(cell: Cell, here: readonly Cell[], next: readonly Cell[], isLast: boolean): boolean {
  if (here.length < enough || next.length < enough) return false
  const kind = kindOf(cell)
  if (kind !== undefined && kind !== 'code')
    return next.every((it) => kindOf(it) === kind) && here.every((it) => kindOf(it) !== kind)
  const isDescription = isLast && kind === undefined && isText(cell) && !atLength.test(cell.text)
  return isDescription && isNarrow(here) && next.filter(isText).length * 3 >= next.length * 2
}

/** What all of its column is: nothing is missing before it. */
function isAtHome(cell: Cell, column: readonly Cell[]): boolean {
  const kind = kindOf(cell)
  return kind !== undefined && column.length > 0 && column.every((it) => kindOf(it) === kind)
}

function filled(rows: readonly Cell[][], column: number): Cell[] {
  return rows.flatMap((row) => row[column] ?? []).filter(({ text }) => text !== '')
}

function isNarrow([first, ...others]: readonly Cell[]): boolean {
  const kind = first && kindOf(first)
  return kind !== undefined && others.every((it) => kindOf(it) === kind)
}

/** What a cell of few words is by itself. */
export function kindOf({ text, code }: Pick<Cell, 'text' | 'code'>): string | undefined {
  return kindOfText(text) || (code[0] === text ? 'code' : undefined)
}

const kindOfText = knownWords((text) => kinds.find(([, isOne]) => isOne(text))?.[0] ?? '')

/** Three words at least. */
function isText({ text }: Cell): boolean {
  return /\p{L}\W+\p{L}+\W+\p{L}/u.test(text)
}
