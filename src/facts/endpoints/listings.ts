import { leading } from '../../text.ts'
import type { Endpoint, EndpointRow, EndpointTable, Range, Section } from '../../types.ts'
import { isHttpMethod, methods } from '../methods.ts'
import type { Cell, ReadTable } from '../schemas/tables/cells.ts'
import { isMark } from './method-columns.ts'
import { readUrl, splitUrl } from './request-line.ts'
import { isAboutEndpoints } from './tables.ts'

type Entry = EndpointRow['entries'][number]

const endpointColumn =
  /^(?:endpoints?|(?:https? |api |resource )?(?:paths?|routes?|ur[il]s?)|verbs?|(?:http )?methods?|supported methods?|operations?|apis?)(?: \(s\)|\(s\))?$/i

/** Tables that list endpoints, for whoever asks what they cover. */
export function endpointTables(
  tables: ReadTable[],
  found: readonly Endpoint[],
  sections: readonly Section[],
): EndpointTable[] {
  const tabled = found.filter((it) => it.form === 'table').sort((a, b) => a.pathRange[0] - b.pathRange[0])
  // Few pages have a table that asks, and some have a thousand.
  let known: ReadonlySet<string> | undefined
  const titled = (table: ReadTable, column: number) => {
    known ??= titlesOf(sections)
    return titles(table, column, known)
  }
  return tables.flatMap((table) => {
    const column = table.header.findIndex((it) => endpointColumn.test(it.text))
    const inside = within(tabled, table.range)
    if ((column < 0 && inside.length === 0) || isAboutEndpoints(table)) return []
    const named = column < 0 ? undefined : titled(table, column)
    const rows = table.rows.map((row): EndpointRow => rowOf(row, column, inside, named))
    const entries = rows.flatMap((it) => it.entries)
    const listing = rows.filter((it) => it.entries.length > 0).length
    // A table of fields may mention an endpoint in passing.
    if (listing === 0 || (column < 0 && listing * 2 < rows.length)) return []
    const kind = entries.some((it) => it.path) ? 'paths' : entries.some((it) => it.name) ? 'names' : 'methods'
    const listed = { kind, rows, range: table.range, section: table.section } as const
    return [isOfRights(table, Math.max(0, column)) ? { ...listed, ofRights: true as const } : listed]
  })
}

/** `Endpoint | admin | editor | reader`, and below them nothing but marks: of methods, they would be columns of what there is. */
function isOfRights({ header, rows }: ReadTable, column: number): boolean {
  const others = header.filter((_, at) => at !== column)
  return (
    others.length > 1 &&
    others.every(({ text }) => !isHttpMethod(text)) &&
    rows.every((row) => row.every(({ text }, at) => at === column || isMark(text)))
  )
}

/** Those whose paths stand in a range. Large tables have thousands, and each row asks. */
function within(sorted: readonly Endpoint[], [start, end]: Range): Endpoint[] {
  const from = leading(sorted, ({ pathRange }) => pathRange[0] < start)
  let to = from
  while ((sorted[to]?.pathRange[1] ?? Number.POSITIVE_INFINITY) <= end) to++
  return sorted.slice(from, to)
}

function rowOf(row: Cell[], column: number, inside: readonly Endpoint[], titled: Titles | undefined): EndpointRow {
  const range = [row[0]?.range[0] ?? 0, row.at(-1)?.range[1] ?? 0] as const
  const own = within(inside, range)
  const cell = row[column]
  const entries =
    own.length > 0
      ? own.map(({ method, path, range }) => ({ method, path, range }))
      : cell
        ? (titled?.(cell) ?? [...namedEntries(cell), ...pathEntries(cell)])
        : []
  return {
    range,
    entries,
    scopes: row.filter((it) => it !== cell).flatMap((it) => it.code),
    links: row.flatMap((it) => it.links),
  }
}

const beforeMethod = new RegExp(`[\\s,;/]+(?=(?:${methods})\\b)`)

/** `GET, POST` or `GET Budget Category, POST Budget Item`. */
function namedEntries(cell: Cell): Entry[] {
  const parts = cell.text.split(beforeMethod).filter(Boolean)
  return parts.flatMap((part) => {
    const word = /^[A-Z]{3,8}\b/.exec(part)?.[0] ?? ''
    if (!isHttpMethod(word)) return []
    const name = part.slice(word.length).replace(/^[\s:,/-]+|[\s.,;/]+$/g, '')
    return [{ method: word, name: name || undefined, range: cell.range }]
  })
}

/** `/a/b, /a/{id}`: paths that leave their methods to the sections. */
function pathEntries(cell: Cell): Entry[] {
  if (!cell.text.includes('/')) return []
  return cell.text.split(/[\s,;`]+/).flatMap((word) => {
    const url = word.startsWith('/') ? readUrl(word, 0) : undefined
    const path = url && splitUrl(url.url)?.path
    return path && path.split('/').length > 2 ? [{ path, range: cell.range }] : []
  })
}

type Titles = (cell: Cell) => Entry[]

/** `Create an item, Delete an item`: cells that call sections by their titles, which most of the names in the column must be. */
function titles(table: ReadTable, column: number, known: ReadonlySet<string>): Titles | undefined {
  const names = table.rows.flatMap((row) => namesIn(row[column]))
  const titled = names.filter((it) => known.has(it.toLowerCase()))
  if (titled.length < 2 || titled.length * 2 < names.length) return undefined
  return (cell) => namesIn(cell).map((it) => ({ [it.startsWith('/') ? 'path' : 'name']: it, range: cell.range }))
}

function titlesOf(sections: readonly Section[]): Set<string> {
  return new Set(sections.flatMap(({ title, depth }) => (depth > 1 ? title.trim().toLowerCase() : [])))
}

function namesIn(cell: Cell | undefined): string[] {
  return (cell?.text ?? '').split(/[,;\n]|<br ?\/?>/).flatMap((it) => it.trim() || [])
}
