import { grouped, onlyOne } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Omission } from '../../types/listing.ts'
import { openSegments } from '../paths.ts'
import { among, distinct, same } from '../same.ts'
import { cellsIn } from './usage-table.ts'

/** So many other endpoints of a page, all of them in its table, show that the table has all. */
const least = 3

/**
 * Endpoints that the page's table has under another path: `| Read a pot | GET /pot/{id} |`, and below "Read a pot" `GET /pots/{id}`. Or
 * `PUT /pots` somewhere on a page that has `PUT /pots/{id}` everywhere else, and all of its endpoints in the table.
 */
export function listedElsewhere(index: EndpointIndex, document: Document): Omission[] {
  const rows = document.facts.endpoints.filter((it) => it.role === 'row' && it.form === 'table')
  const [first] = rows
  const table = first && document.facts.endpointTables.find(({ range }) => range[1] > first.pathRange[0])
  if (!table) return []
  const groups = index.groups(document)
  const isListed = among(index, distinct(rows), (row, it: Endpoint) => same(index, row, it))
  const open = groups.flatMap((group) =>
    group.definitions.filter((it) => !isListed(it)).map((endpoint) => ({ group, endpoint })),
  )
  if (open.length === 0) return []
  const named = calledAlike(index, document, rows, groups)
  const single = open.length === 1 && rows.length > least ? truncated(rows) : () => undefined
  return open.flatMap(({ group, endpoint }): Omission[] => {
    const listed = named(group, endpoint) ?? single(endpoint)
    return listed ? [{ kind: 'path', endpoint, group, table, listed }] : []
  })
}

/** By the name that a section and one row of the table share, where nothing else on the page is called so. */
function calledAlike(
  index: EndpointIndex,
  document: Document,
  rows: readonly Endpoint[],
  groups: readonly EndpointGroup[],
): (group: EndpointGroup, endpoint: Endpoint) => Endpoint | undefined {
  const definitions = groups.flatMap((it) => it.definitions)
  const isDocumented = among(index, distinct(definitions), (own, it: Endpoint) => same(index, it, own))
  const titles = grouped(groups, ({ title }) => folded(title))
  const strange = new Map(rows.flatMap((it) => (isDocumented(it) ? [] : [[it.range[0], it]])))
  const named = document.facts.endpointTables.flatMap((table) =>
    table.rows.flatMap(({ range, entries: [entry, more] }) => {
      const row = entry && !more ? strange.get(entry.range[0]) : undefined
      return row ? cellsIn(document.text.slice(...range)).map((cell) => ({ name: folded(cell), row })) : []
    }),
  )
  const byName = grouped(named, ({ name }) => name)
  return ({ title, definitions: own }, endpoint) => {
    const name = folded(title)
    const row = onlyOne(byName.get(name) ?? [])?.row
    if (!row || row.method === undefined || titles.get(name)?.length !== 1 || distinct(own).length > 1) return undefined
    return row.method === endpoint.method && differences(row, endpoint) === 1 ? row : undefined
  }
}

/** Without links and marks. */
function folded(text: string): string {
  return text
    .replace(/\]\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .toLowerCase()
}

/** In how many segments two paths of one length differ. */
function differences(one: Endpoint, other: Endpoint): number {
  const [own, theirs] = [openSegments(one.path), openSegments(other.path)]
  return own.length === theirs.length ? own.filter((it, at) => it !== theirs[at]).length : Number.POSITIVE_INFINITY
}

/** What is done to one of many. A list is read, and added to, without saying which. */
const toOne: ReadonlySet<string | undefined> = new Set(['PUT', 'PATCH', 'DELETE'])

/** The row whose path only goes on with a parameter. */
function truncated(rows: readonly Endpoint[]): (endpoint: Endpoint) => Endpoint | undefined {
  return ({ method, path }) => {
    if (!toOne.has(method)) return undefined
    const whole = `${openSegments(path).join('/')}/{}`
    return onlyOne(rows.filter((it) => it.method === method && openSegments(it.path).join('/') === whole))
  }
}
