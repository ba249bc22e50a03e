import { byStart } from '../../../text.ts'
import type { Syntax } from '../../syntax.ts'
import { barTables } from './bar-tables.ts'
import type { ReadTable } from './cells.ts'
import { htmlTables } from './html-tables.ts'
import { magicTables } from './magic-tables.ts'
import { pipeTables } from './pipe-tables.ts'

/** The tables of a page, header and rows, in whatever notation. */
export function tables(syntax: Syntax): ReadTable[] {
  const found = pipeTables(syntax)
  const others = [...htmlTables(syntax), ...barTables(syntax), ...magicTables(syntax)]
  return others.length === 0 ? found : [...found, ...others].sort(byStart)
}
