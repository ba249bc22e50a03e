import type { Problem } from '../../../types.ts'
import { cellAt, type ReadTable } from './cells.ts'
import { columnsOf } from './columns.ts'

const number = /^\W*(?:int(?:eger|32|64)?|long|number|float|double)\W*$/i
const flag = /^\W*bool(?:ean)?\W*$/i
/** In code or in quotes, or the last word of all: elsewhere a sentence may begin with it. */
const example =
  /(?:\bexample(?: value)?(?: is)?|\be\.g\.?|\bfor example)[:,]? (?:[`"]{1,2}([a-z]{2,30})[`"]|([a-z]{2,30})\.?[\s|]*$)/i
const mayHold = /example|\be\.g/i
/** Words for a number, or for none. */
const stands =
  /^(?:nan|null|nil|none|inf(?:inity|inite)?|unlimited|auto|max|min|unknown|undefined|below|above|here|zero|one|two|three|four|five|six|seven|eight|nine|ten|id|number|int|integer|float)$/i
const truths = /^(?:true|false|yes|no|on|off|null|none|below|above|here)$/i

/** ``| integer | The kiln's name. Example: `raku` |``: a word is no number. */
export function typedExamples(tables: readonly ReadTable[], text: string): Problem[] {
  return tables.flatMap(({ header, rows, range }) => {
    // Most tables have no example, which is told sooner than what their columns are.
    if (!mayHold.test(text.slice(...range))) return []
    const { type = -1, description = -1 } = columnsOf(header) ?? {}
    if (type < 0 || description < 0) return []
    return rows.flatMap((row): Problem[] => {
      const [said, told] = [cellAt(row, type), cellAt(row, description)]
      if (!said || !told || !(number.test(said.text) || flag.test(said.text))) return []
      const [, quoted, last] = example.exec(told.source ?? text.slice(...told.range)) ?? []
      const word = quoted ?? last
      // A constant is a name for a number.
      if (word === undefined || !/[a-z]/.test(word) || (flag.test(said.text) ? truths : stands).test(word)) return []
      return [{ kind: 'type', range: said.range, message: `the type is "${said.text}", and the example is "${word}"` }]
    })
  })
}
