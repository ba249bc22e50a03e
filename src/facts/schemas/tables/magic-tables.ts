import { member } from '../../../parse/json.ts'
import { type MagicBlock, magicBlocks, shownString } from '../../../parse/magic-blocks.ts'
import type { Range } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { type Cell, contentsOf, type ReadTable } from './cells.ts'

/** More rows or columns no table of an editor has. */
const most = 1000

/** The tables of `[block:parameters]`: cells by row and column, `h-0` and `0-0`. */
export function magicTables(syntax: Syntax): ReadTable[] {
  if (!syntax.text.includes('[block:parameters]')) return []
  return magicBlocks(syntax.text)
    .filter(({ kind }) => kind === 'parameters')
    .flatMap((block) => {
      const columns = count(block, 'cols')
      const header = rowOf(block, 'h', columns, syntax.text)
      if (header.every(({ text }) => text === '')) return []
      const rows = Array.from({ length: count(block, 'rows') }, (_, at) =>
        rowOf(block, String(at), columns, syntax.text),
      ).filter((row) => row.some(({ text }) => text !== ''))
      return [{ range: block.range, section: syntax.sectionAt(block.range[0]), header, rows }]
    })
}

function count({ data }: MagicBlock, key: string): number {
  const found = member(data, key)
  return found?.kind === 'number' ? Math.min(most, Math.max(0, Math.trunc(Number(found.value)))) : 0
}

/** What nobody filled in is not there. */
function rowOf({ data, base, range }: MagicBlock, row: string, columns: number, text: string): Cell[] {
  const cells = member(data, 'data')
  return Array.from({ length: columns }, (_, column): Cell => {
    const cell = member(cells, `${row}-${column}`)
    if (cell?.kind !== 'string') return { range: [range[0], range[0]], text: '', code: [], links: [] }
    const own: Range = [base + cell.range[0] + 1, base + cell.range[1] - 1]
    const { value } = shownString(text, [own[0] - 1, own[1] + 1])
    return { ...contentsOf(value), range: own }
  })
}
