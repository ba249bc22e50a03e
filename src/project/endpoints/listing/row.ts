import { startOfLine } from '../../../text.ts'
import type { Endpoint, EndpointTable } from '../../../types.ts'
import type { Named } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Insertion } from '../../types/listing.ts'
import type { Project } from '../../types/project.ts'
import { cellsIn } from './usage-table.ts'
import { anchorOf, describe } from './writing.ts'

/** A row for one endpoint, as the table's last one is written: what says something else of that one stays empty. */
export function writeRow(
  project: Project,
  { range, rows }: EndpointTable,
  group: EndpointGroup,
  endpoint: Endpoint,
): Insertion | undefined {
  const last = rows.at(-1)
  const [entry, another] = last?.entries ?? []
  if (!last || !entry) return undefined
  const { text } = group.document
  const line = text.slice(startOfLine(text, last.range[0]), range[1])
  const written = cellsIn(line)
  const titles = cellsIn(text.slice(range[0], range[1]).split('\n', 1)[0] ?? '')
  const put = { method: endpoint.method, path: endpoint.path.replaceAll('|', '\\|') }
  const own = written.map((cell) => (another ? undefined : rewritten(cell, entry, put)))
  const label = labelLike(written, put)
  const named = own.some((it) => it !== undefined) ? own : written.map((_, at) => (at === 0 ? label : undefined))
  const fragment = anchorOf(project, group)
  const about = descriptionColumn(titles, named)
  const cells = named.map((it, at) =>
    it === undefined ? (at === about ? describe(group) : '') : linked(it, fragment, last.links),
  )
  const blank = /^\s*\| /.test(line) || / \| /.test(line) ? ' ' : ''
  const row = cells.join(`${blank}|${blank}`)
  return { at: range[1], text: `\n${line.trimStart().startsWith('|') ? `|${blank}${row}${blank}|` : row}` }
}

/** A cell of the last row that names its endpoint, and names another one instead. */
function rewritten(cell: string, { method, path }: Partial<Named>, put: Named): string | undefined {
  const at = path === undefined ? -1 : cell.indexOf(path)
  if (method !== undefined && cell.replace(/[`*_]/g, '').toUpperCase() === method)
    return cell.replace(/[A-Za-z]+/, put.method ?? '')
  if (at < 0 || path === undefined) return undefined
  const [before, behind] = [cell.slice(0, at), cell.slice(at + path.length)]
  const named = (text: string) =>
    method === undefined ? text : text.replace(new RegExp(`\\b${method}\\b`), put.method ?? '')
  return `${named(before)}${put.path}${named(behind)}`
}

function labelLike(written: readonly string[], { method, path }: Named): string {
  const label = `${method} ${path}`
  const isCode = written.some((it) => it.includes('`'))
  const shown = isCode ? `\`${label}\`` : label
  return written.some((it) => it.includes('](')) ? `[${shown}](#)` : shown
}

/** `[GET /pots](#list)`: the link is the endpoint's own, or none. */
function linked(cell: string, fragment: string | undefined, links: readonly string[]): string {
  if (links.length === 0) return cell
  return cell.replace(/\[([^\][]*)\]\([^()]*\)/g, (_, shown) => (fragment ? `[${shown}](#${fragment})` : shown))
}

/** Where the title of the section belongs: in the column of such a name, or in the last one. */
function descriptionColumn(titles: readonly string[], named: readonly (string | undefined)[]): number {
  const isFree = (at: number) => named[at] === undefined
  const at = titles.findIndex((it, at) => isFree(at) && /descri|summary|title|purpose|what|action|operation/i.test(it))
  return at >= 0 || !isFree(named.length - 1) ? at : named.length - 1
}
