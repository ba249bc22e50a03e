import { methods } from '../methods.ts'
import type { Cell, ReadTable } from '../schemas/tables/cells.ts'
import type { Candidate, Role } from './candidate.ts'
import { methodsOf, placeIn, urlOf } from './cells.ts'
import { methodColumns } from './method-columns.ts'
import { methodName, pathName, readRequestLine, readUrl, splitUrl } from './request-line.ts'

/** Rows of tables that hold a verb and a path, in whatever columns. */
export function tableEndpoints(tables: ReadTable[], text: string): Candidate[] {
  return tables.flatMap((table) => {
    const pseudo = table.header.findIndex((it) => methodColumn.test(it.text))
    // Most tables name no method anywhere: one scan answers for all of their cells.
    const source = text.slice(...table.range)
    if (pseudo < 0 && !anyMethod.test(source) && !(table.header.length < 4 && smallMethod.test(source))) return []
    if (isAboutEndpoints(table)) return []
    const whole = methodColumns(table, (cell) => placeIn(cell, urlOf(cell) ?? '', text)) ?? keyedEndpoint(table, text)
    if (whole) return whole
    const described = isIndex(table)
    const found = table.rows.map((row) => ({ row, all: rowEndpoints(row, pseudo, text) }))
    if (isOfParameters(found, text)) return []
    return found.flatMap(({ row, all }) =>
      all.map((it) => ({
        ...it,
        section: table.section,
        block: table.range[0],
        role: roleIn(row, it, described, text),
      })),
    )
  })
}

/** A column of such a name may hold verbs that are not HTTP's; a "request type" is too often something else. */
const methodColumn = /^(?:http |request )?(?:method|verb)s?$/i
const anyMethod = new RegExp(methods)
/** `Method | post`: beside such a key, letters may be small. */
const smallMethod = /(?:get|post|put|patch|delete)(?=[ \t`]*\|)(?<=\|[ \t`]*[a-z]+)/

/** How often each endpoint may be called, or what it was called before: such a table neither defines endpoints nor lists all that there are. */
export function isAboutEndpoints(table: ReadTable): boolean {
  return isAboutLimits(table) || isAboutMoves(table)
}

function isAboutLimits({ header }: ReadTable): boolean {
  const limits = header.filter(({ text }) => limitColumn.test(text)).length
  return limits > 0 && header.every(({ text }) => limitColumn.test(text) || calledColumn.test(text))
}

const limitColumn = /^(?:[\w-]+ )?(?:rate )?(?:limits?|quotas?)(?: \([^()]{1,30}\))?$|^(?:requests|calls) per \w+$/i
const calledColumn = /^(?:endpoints?|methods?|verbs?|paths?|ur[il]s?|routes?|resources?|apis?)$/i

/** `v1 | v2`, `Old path | New path`: other words are what such a table is about. */
function isAboutMoves({ header, rows }: ReadTable): boolean {
  const stages = [...header.keys()].filter((at) => stageColumn.test(header[at]?.text ?? ''))
  return stages.length > 1 && rows.some((row) => stages.some((at) => pathInside.test(row[at]?.text ?? '')))
}

const pathInside = /(?:^|\s)(?:https?:\/)?\/\w/
const stageColumn =
  /^(?:(?:api )?v(?:ersion )?\d+(?:\.\d+)*|(?:old|new|before|after|previous|current|former|legacy|deprecated|replacement)(?: (?:api|endpoint|path|route|ur[il]|name)s?)?)$/i

/** A table that lists endpoints says something of each, or links to where it is documented; one that defines them does not. */
function isIndex(table: ReadTable): boolean {
  return (
    table.header.some((it) =>
      /descri|summary|notes?\b|usage|purpose|what it|meaning|scopes?\b|name|action|operation|scenario/i.test(it.text),
    ) ||
    table.rows.some((row) => row.some((cell, at) => cell.links.length > 0 && (at === 0 || cell.text.startsWith('/'))))
  )
}

type Found = Omit<Candidate, 'section' | 'block' | 'role'>

/** `avatar | POST | file/string` among rows that say with which method a parameter is sent, and name no path. */
function isOfParameters(rows: readonly { row: Cell[]; all: readonly Found[] }[], text: string): boolean {
  const some = rows.filter(({ all }) => all.length > 0)
  if (some.length === 0 || some.length * 2 > rows.length || some.some(({ all }) => all[0]?.path.startsWith('/')))
    return false
  return rows.filter(({ row }) => row.some((cell) => methodsOf(cell, false, text).length > 0)).length > some.length * 2
}

/** "For all endpoints, except for `POST /x`": a sentence names it in passing. */
function roleIn(row: Cell[], { range: [start] }: Found, described: boolean, text: string): Role {
  const cell = row.find(({ range }) => range[0] <= start && start < range[1])
  const before = cell ? text.slice(cell.range[0], start) : ''
  if (/(?:[a-z]{2,}[,.]?[ \t]+){3}[`*_[<]*$/.test(before.slice(-80))) return 'mention'
  return described ? 'row' : 'definition'
}

function rowEndpoints(row: Cell[], pseudo: number, text: string): Found[] {
  const both = row.flatMap((cell) => inOneCell(cell, text))
  if (both.length > 0) return both
  const methodCell = row.find((cell, index) => methodsOf(cell, index === pseudo, text).length > 0)
  const pathCell = methodCell && row.find((cell) => cell !== methodCell && urlOf(cell) !== undefined)
  if (!methodCell || !pathCell) return []
  const range = [
    Math.min(methodCell.range[0], pathCell.range[0]),
    Math.max(methodCell.range[1], pathCell.range[1]),
  ] as const
  const places = urlsOf(pathCell).flatMap((url) => placeIn(pathCell, url, text) ?? [])
  return methodsOf(methodCell, row.indexOf(methodCell) === pseudo, text).flatMap((method) =>
    places.map((place) => ({ form: 'table' as const, method, methodRange: methodCell.range, ...place, range })),
  )
}

/** `/a/:id` <br> `/a`: a cell of nothing but paths names several. */
function urlsOf(cell: Cell): string[] {
  const all = cell.code.flatMap((it) => (it.startsWith('/') ? (readUrl(it, 0)?.url ?? []) : []))
  const isList = all.length > 1 && all.length === cell.code.length && new Set(all).size === all.length
  return isList ? all : [urlOf(cell) ?? '']
}

/** `METHOD URL` in a cell, in a link's text or in code, or `**METHOD** URL`. */
function inOneCell(cell: Cell, text: string): Found[] {
  if (!cell.text.includes('/')) return []
  const written = text.slice(...cell.range)
  const source = written.includes('**') ? written.replaceAll('**', '  ') : written
  const found: Found[] = []
  for (const match of source.matchAll(verbs)) {
    const line = readRequestLine(source.replaceAll('\\|', '||'), match.index)
    const target = line && splitUrl(line.url.replaceAll('||', '\\|'))
    if (!line || !target) continue
    const start = cell.range[0] + line.urlStart
    found.push({
      form: 'table',
      method: line.method,
      methodRange: [cell.range[0] + match.index, cell.range[0] + match.index + match[0].length],
      host: target.host,
      path: target.path,
      query: target.query,
      pathRange: [start + target.pathStart, start + target.pathEnd],
      range: [cell.range[0] + match.index, cell.range[0] + line.urlEnd],
    })
  }
  return found
}

const verbs = new RegExp(`\\b(?:${methods})(?=[ \\t]+[/{<h]|:/[\\w:{<])`, 'g')

/** Definition rows: `Method | GET` above `URL | /x`. */
function keyedEndpoint({ header, rows, section, range }: ReadTable, text: string): Candidate[] | undefined {
  const all = [header, ...rows].filter((row) => row.length >= 2)
  const value = (key: RegExp) => valueIn(all.find((row) => key.test(row[0]?.text.replace(/\s?:$/, '') ?? '')))
  const methodCell = value(methodName)
  const pathCell = value(pathName)
  if (!methodCell || !pathCell || methodCell === pathCell) return undefined
  const place = placeIn(pathCell, urlOf(pathCell) ?? '', text)
  const verb = methodsOf({ ...methodCell, text: methodCell.text.toUpperCase() }, false, text)
  if (!place || verb.length === 0 || urlOf(pathCell) === undefined) return undefined
  return verb.map((method) => ({
    form: 'table',
    method,
    methodRange: methodCell.range,
    ...place,
    range: pathCell.range,
    section,
    block: range[0],
    role: 'definition',
  }))
}

/** What stands beside the key of a row: the colon between the two may lead the value, `Method | : GET`, or have a cell for itself. */
function valueIn(row: Cell[] | undefined): Cell | undefined {
  const cell = row?.[1]?.text === ':' ? row[2] : row?.[1]
  return cell?.text.startsWith(':') ? { ...cell, text: cell.text.replace(/^:\s{0,9}(?=[A-Z/]|https?:)/, '') } : cell
}
