import type { TableRow } from 'mdast'
import type { Range } from '../../types.ts'
import { type Syntax, textOf } from '../syntax.ts'

/** How the source of such a row begins: few others do. */
const opening = /[|\s*`_<{[]{0,20}(?:name|(?:field|property|parameter|attribute|element|header|key)(?:[ _-]?name)?)\b/iy

/**
 * Rows of a table of fields that repeat its header: `name`, `type`, "Description." was to be replaced by a field. An object may
 * well have a field `name` whose description is poor, so its type has to be the word "type", and its description no other than
 * "Description".
 */
export function templateRows(syntax: Syntax): Range[] {
  return syntax.all('tableRow').flatMap(({ node, range, parent }): Range[] => {
    opening.lastIndex = range[0]
    if (!opening.test(syntax.text)) return []
    const [header] = parent?.node.children ?? []
    if (header?.type !== 'tableRow' || header === node || !repeats(node, header)) return []
    return [range]
  })
}

function repeats(row: TableRow, header: TableRow): boolean {
  const cells = header.children.map((it, at) => {
    const cell = row.children[at]
    return { title: wordsOf(textOf(it)), own: cell ? wordsOf(textOf(cell)) : '' }
  })
  const says = (title: RegExp) => cells.some((it) => title.test(it.title) && it.own === it.title)
  // Where the whole header stands once more, it heads the rows that follow.
  const isHeader = row.children.every((it, at) => textOf(it) === textOf(header.children[at] ?? it))
  return !isHeader && cells[0]?.own === cells[0]?.title && says(/^(?:data ?)?type$/) && says(/^description$/)
}

/** Lower case, without brackets, stops and the word that every description begins with. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\W{0,20}(?:required|optional)\b(?=\W{0,20}\w)/, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]{1,20}$/gu, '')
}
