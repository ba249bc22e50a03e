import type { Problem, Schema } from '../../../types.ts'
import type { Cell, ReadTable } from './cells.ts'

/** What has a name: `true`, a number and a mark may be said of more than one thing. */
const named = /^(?!(?:true|false|null)$)(?=.*[A-Za-z]{2})[^\s]/

/** A row that stands in its table once more, word for word, and is about what has a name. Tables of fields are read as such. */
export function repeatedRows(found: readonly ReadTable[], described: readonly Schema[]): Problem[] {
  const read = new Set(described.map(({ range }) => range[0]))
  return found.flatMap((it) => (isOfNames(it) && !read.has(it.range[0]) ? againIn(it) : []))
}

/** A name that stands twice: few tables have any. Where a row leaves out its name, the ones around it may be parts of something. */
function isOfNames({ rows }: ReadTable): boolean {
  const names = new Set(rows.map(([first]) => first?.text ?? ''))
  return names.size < rows.length && !names.has('')
}

function againIn({ rows }: ReadTable): Problem[] {
  const seen = new Set<string>()
  return rows.flatMap(([name, ...others]): Problem[] => {
    if (!name || !isCode(name) || !others.some(({ text }) => text !== '')) return []
    const row = [name, ...others].map(({ text }) => text.trim()).join('\0')
    if (!seen.has(row)) {
      seen.add(row)
      return []
    }
    return [{ kind: 'value', range: name.range, message: `the row of "${name.text}" stands twice in this table` }]
  })
}

function isCode({ text, code: [only, another] }: Cell): boolean {
  return only !== undefined && another === undefined && only.trim() === text.trim() && named.test(text)
}
