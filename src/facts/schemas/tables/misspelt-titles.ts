import { isMistyped } from '../../../spelling.ts'
import { wordIn } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import { type Cell, cellAt, type ReadTable } from './cells.ts'
import { identifier, rolesOf } from './columns.ts'

/** What English titles are made of. `atribute` and the like are words of other languages. */
const meant = 'parameter parameters property properties argument arguments description required optional default'.split(
  ' ',
)
const filed = /^filed$/i

/** `Desciption`, `Paramter`, `Filed Name`, beside a title that is spelt as it should be. */
export function misspeltTitles(tables: readonly ReadTable[], text: string): Problem[] {
  return tables.flatMap(({ header, rows }) =>
    header.flatMap((cell, at): Problem[] => {
      const words = cell.text.length > 40 ? [] : (cell.text.match(/[A-Za-z]{5,}/g) ?? [])
      return words.flatMap((word): Problem[] => {
        const near = filed.test(word) ? holdsNames(rows, at) && 'field' : nearest(word.toLowerCase())
        if (!near || !header.some((it) => it !== cell && isEnglish(it))) return []
        const message = `"${word}" in the head of this table is misspelt`
        const range = wordIn(text, word, cell.range) ?? cell.range
        return [{ kind: 'title', range, message, help: `did you mean "${near}"?` }]
      })
    }),
  )
}

function isEnglish({ text }: Cell): boolean {
  return /^[\x20-\x7e]+$/.test(text) && rolesOf(text).length > 0
}

/** What was filed has dates, as a rule. */
function holdsNames(rows: readonly Cell[][], column: number): boolean {
  return rows.length > 0 && rows.every((row) => identifier.test(cellAt(row, column)?.text ?? ''))
}

/** A letter too many, one too few, or two that changed places. The end of a word is what other languages have otherwise. */
function nearest(word: string): string | undefined {
  return meant.includes(word)
    ? undefined
    : meant.find((it) => it.endsWith(word.slice(-2)) && isMistyped(word, it, false))
}
