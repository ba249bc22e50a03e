import type { TableRow } from 'mdast'
import { rangeOf } from '../../../parse/points.ts'
import type { Range } from '../../../types.ts'
import { type Syntax, textOf } from '../../syntax.ts'

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

/** Whether a table is one of fields, by what its columns are called. */
const firstTitle = /\b(?:name|field|property|parameter|attribute|argument)s?\b/i
const laterTitle = /\b(?:type|description)$/i

/** Anchored, so that a long line is looked through once; a pipe is rarer than a line. */
const emptyRow = /\|(?<=^[ \t>]*\|)(?:[ \t]*\|)+[ \t]*\r?$/m

/** `| | | |` below the header of a table of fields, and nothing else. A list of other things may well be empty as yet. */
export function emptyTables(syntax: Syntax): Range[] {
  if (!emptyRow.test(syntax.text)) return []
  return syntax.all('table').flatMap(({ node: { children } }): Range[] => {
    const [header, row, another] = children
    const range = rangeOf(row)
    if (!header || !row || !range || another || row.children.some((it) => it.children.length > 0)) return []
    const titles = header.children.map((it) => textOf(it).trim())
    if (!firstTitle.test(titles[0] ?? '') || !titles.slice(1).some((it) => laterTitle.test(it))) return []
    return [range]
  })
}

function repeats(row: TableRow, header: TableRow): boolean {
  const cells = header.children.map((it, at) => {
    const cell = row.children[at]
    return { title: folded(textOf(it)), own: cell ? folded(textOf(cell)) : '' }
  })
  const says = (title: RegExp) => cells.some((it) => title.test(it.title) && it.own === it.title)
  // Where the whole header stands once more, it heads the rows that follow.
  const isHeader = row.children.every((it, at) => textOf(it) === textOf(header.children[at] ?? it))
  return !isHeader && cells[0]?.own === cells[0]?.title && says(/^(?:data ?)?type$/) && says(/^description$/)
}

/** Lower case, without brackets, stops and the word that every description begins with. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\W{0,20}(?:required|optional)\b(?=\W{0,20}\w)/, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]{1,20}$/gu, '')
}
