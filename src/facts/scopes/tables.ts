import type { Table, TableCell, TableRow } from 'mdast'
import type { Scope } from '../../types.ts'
import { methods } from '../methods.ts'
import { sectionsAround } from '../sections.ts'
import { type Located, type Syntax, textOf } from '../syntax.ts'
import { announcedBy, isDemanded } from './lists.ts'
import { hasParts, namesIn, type ScopeName } from './names.ts'
import { asScope, type PlacedName, type Stated, statement } from './stated.ts'
import type { ScopeWords } from './words.ts'

const anyMethod = new RegExp(`\\b(?:${methods})\\b`, 'g')
const methodColumn = /endpoint|method|verb|operation|request/i
const nameColumn = /^(?:name|value|key|id)?$/i
/** `Required permissions`, wherever the column stands. */
const asking = /\b(?:required|needed)\b/i
/** A table of fields, which may well stand below a heading `Roles`. */
const fieldColumn = /^(?:data )?(?:type|format)$/i

/** Scopes in pipe tables: a column of them, the first column below a heading that speaks of them, or a row `Scope | x`. */
export function tableScopes(syntax: Syntax, words: ScopeWords, speaking: ReadonlySet<number>): Stated[] {
  return syntax.all('table').map((it) => {
    const [header, ...rows] = it.node.children
    const headers = (header?.children ?? []).map((cell) => textOf(cell).trim())
    const asked: Asked = { it, headers, rows, text: syntax.text, words }
    const { columns, isNamed } = columnsOf(asked, syntax, speaking)
    if (columns.length === 0) return keyValueRows(asked)

    const verbs = headers.findIndex((text, index) => !columns.includes(index) && methodColumn.test(text))
    const asks = columns.some((index) => asking.test(headers[index] ?? '')) || (rows.length < 6 && isDemanded(it))
    const role = asks ? 'required' : roleOf(rows, { named: isNamed, columns, verbs })
    const scopes = rows.flatMap((row) => rowScopes(row, asked, { columns, role, verbs }))
    const states = role !== 'catalogue' || scopes.length > 0
    return { scopes, statement: states ? statement(it.range, it.section, scopes) : undefined }
  })
}

/** A table, and what it is read by. */
interface Asked {
  it: Located<Table>
  headers: readonly string[]
  rows: readonly TableRow[]
  text: string
  words: ScopeWords
}

/** Those that hold scopes, and whether it is sure that they hold nothing else. */
function columnsOf(
  asked: Asked,
  { sections }: Syntax,
  speaking: ReadonlySet<number>,
): { columns: number[]; isNamed: boolean } {
  const { it, headers, words } = asked
  const named = withoutRoles(
    headers,
    headers.flatMap((text, index) => (words.isColumn(text) ? [index] : [])),
  )
  if (named.length > 0)
    return { columns: named.filter((index) => index === 0 || isOfScopes(index, asked)), isNamed: true }
  if (headers.some((text) => fieldColumn.test(text))) return { columns: [], isNamed: false }
  const isLabelled = speaking.has(it.section) || announcedBy(it, words)
  const columns = isLabelled ? unnamedColumns(asked) : []
  const isBelow = () => speaking.size > 0 && sectionsAround(sections, it.section).some((at) => speaking.has(at))
  const isNamed = columns.length === 0 && isBelow() && listsNames(asked)
  return { columns: isNamed ? [0] : columns, isNamed }
}

/** Whatever the first column is called: below a heading that speaks of scopes, at any depth, it holds names of parts in code, each in a row of its own. */
function listsNames({ rows, text }: Asked): boolean {
  const isName = ({ children: [cell, ...others] }: TableRow) => {
    const [only, more] = cell ? namesIn(cell, text) : []
    return only?.code === true && !more && hasParts(only.name) && others.some((it) => textOf(it).trim() !== '')
  }
  return rows.length > 1 && rows.every(isName)
}

/** `Role | Scopes`: who has them is none of them. */
function withoutRoles(headers: readonly string[], columns: number[]): number[] {
  const others = columns.filter((it) => !/^\W*roles?\W*$/i.test(headers[it] ?? ''))
  return others.length > 0 ? others : columns
}

/** Below a heading that speaks of scopes: the first column, or each that holds nothing else (`Resource | Delegated | Application`). */
function unnamedColumns({ headers, rows, words }: Asked): number[] {
  if (nameColumn.test(headers[0] ?? '')) return [0]
  return headers.flatMap((_, column) => {
    const cells = rows.map(({ children }) => (children[column] ? textOf(children[column]) : ''))
    return column > 0 && cells.every((it) => holdsNames(it, words)) && cells.some(hasParts) ? [column] : []
  })
}

/** `a.read and b.read`, `Not supported.`, or nothing. */
function holdsNames(cell: string, words: ScopeWords): boolean {
  return cell
    .split(/[\s,;/|*]+/)
    .every((it) => hasParts(it) || /^(?:or|and|[-–—]?)$/i.test(it) || words.isNeutral(it.replace(/\.$/, '')))
}

/** A later column of plain words, neither code nor of parts, tells of something else: where a constant holds, or for whom. `N/A` is no such word. */
function isOfScopes(index: number, { rows, text, words }: Asked): boolean {
  const names = rows
    .flatMap(({ children }) => (children[index] ? namesIn(children[index], text) : []))
    .filter(({ name }) => !words.isNeutral(name))
  return names.length === 0 || names.some((it) => it.code || hasParts(it.name))
}

interface Shape {
  named: boolean
  columns: number[]
  verbs: number
}

/** A first column lists what exists, with what it is for; a later column says what its row needs. */
function roleOf(rows: readonly TableRow[], { named, columns, verbs }: Shape): Scope['role'] {
  if (!columns.includes(0)) return 'required'
  const grants = verbs >= 0 && rows.some((row) => textOf(row.children[verbs] ?? row).search(anyMethod) >= 0)
  if (grants) return 'usage'
  if (named) return 'catalogue'
  const described = rows.some((row) => row.children.slice(1).some((cell) => textOf(cell).trim() !== ''))
  return described ? 'usage' : 'required'
}

function rowScopes(
  row: TableRow,
  asked: Asked,
  { columns, role, verbs }: Pick<Shape, 'columns' | 'verbs'> & Pick<Scope, 'role'>,
): Scope[] {
  const cell = verbs >= 0 ? row.children[verbs] : undefined
  const granted = cell ? [...new Set(textOf(cell).match(anyMethod) ?? [])] : []
  return columns.flatMap((column) =>
    cellNames(row.children[column], asked, role !== 'required')
      .map(asScope(role, asked.it.section))
      .map((it) => (role === 'usage' ? { ...it, methods: granted } : it)),
  )
}

function cellNames(cell: TableCell | undefined, { text, words }: Asked, isListed = false): PlacedName[] {
  if (!cell) return []
  const isScope = ({ name, code, leading }: ScopeName) =>
    !words.isNeutral(name, isListed && code) && (leading || code || hasParts(name))
  return namesIn(cell, text).filter(isScope)
}

/** `| Scope | `x` |` in a table of two columns. */
function keyValueRows(asked: Asked): Stated {
  const { range, section } = asked.it
  if (asked.headers.length !== 2) return { scopes: [] }
  const labelled = asked.rows.filter(({ children: [key] }) => key && asked.words.isLabel(textOf(key)) && !hasCode(key))
  const scopes = labelled.flatMap(({ children: [, value] }) =>
    cellNames(value, asked).map(asScope('required', section)),
  )
  return { scopes, statement: scopes.length > 0 ? statement(range, section, scopes) : undefined }
}

function hasCode(cell: TableCell): boolean {
  return cell.children.some((it) => it.type === 'inlineCode')
}
