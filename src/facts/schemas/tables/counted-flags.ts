import type { Problem } from '../../../types.ts'
import { cellAt, type ReadTable } from './cells.ts'
import { columnsOf } from './columns.ts'

const flag = /^\W*bool(?:ean)?\W*$/i
const counts = /^(?:the )?(?:total )?(?:number|count) of \w/i
/** What a truth says of a number. */
const tells = /\b(?:true|false|whether|if|flag|yes|no|include[sd]?|show[ns]?|return(?:s|ed)?)\b/i

/** `boolean | The number of pots`: one of the two was copied. */
export function countedFlags(tables: readonly ReadTable[]): Problem[] {
  return tables.flatMap(({ header, rows }) => {
    const { type = -1, description = -1 } = columnsOf(header) ?? {}
    if (type < 0 || description < 0) return []
    return rows.flatMap((row): Problem[] => {
      const [said, told] = [cellAt(row, type), cellAt(row, description)?.text ?? '']
      if (!said || !flag.test(said.text) || !counts.test(told) || tells.test(told)) return []
      const message = `the type is "${said.text}", and the description tells a number`
      return [{ kind: 'type', range: said.range, message, help: `it says "${told.slice(0, 40)}"` }]
    })
  })
}
