import type { Problem, Schema } from '../../../types.ts'
import { methods } from '../../methods.ts'
import type { Cell, ReadTable } from './cells.ts'

/** What has a name: `true`, a number and a mark may be said of more than one thing. */
const named = /^(?!(?:true|false|null)$)(?=.*[A-Za-z]{2})[^\s]/

/** A row that stands in its table once more, word for word, and is about what has a name, or a place. Tables of fields are read as such. */
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
  return rows.flatMap((row): Problem[] => {
    const [name, ...others] = row
    const called = name && (nameOf(name) ?? callOf(row))
    if (name === undefined || called === undefined || !others.some(({ text }) => text !== '')) return []
    const said = row.map(({ text, links }) => [text.trim(), ...links].join(' ')).join('\0')
    if (!seen.has(said)) {
      seen.add(said)
      return []
    }
    return [{ kind: 'value', range: name.range, message: `the row of "${called}" stands twice in this table` }]
  })
}

/** What a cell names: by code alone, or by a link to it. */
function nameOf(cell: Cell): string | undefined {
  return isCode(cell) || cell.links.length === 1 ? cell.text : undefined
}

/** `GET /pots`, in one cell or in two beside each other. */
function callOf(row: readonly Cell[]): string | undefined {
  return call.exec(row.map(({ text }) => text).join(' '))?.[0]
}

const call = new RegExp(`(?<!\\S)(?:${methods})\\s+\\S*/\\S*`)

function isCode({ text, code: [only, another] }: Cell): boolean {
  return only !== undefined && another === undefined && only.trim() === text.trim() && named.test(text)
}
