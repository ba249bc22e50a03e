import { counted } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import { covers, suffixOffset } from '../covering.ts'
import { isUnclear } from '../paths.ts'
import { among, distinct, sameMethod, samePath } from '../same.ts'

/** So many calls that fit show that a table is one of all that its page calls. */
const enough = 4

/**
 * What a page defines is its table, and each of its sections calls one endpoint. Most of the calls are rows; so should the others be, on
 * the same host and below the same base, unless another page documents them.
 */
export function unlistedCalls(index: EndpointIndex, document: Document): Endpoint[] {
  const { endpoints } = document.facts
  // With a table for each section, each documents its own.
  if (index.groups(document).length !== 1) return []
  const rows = endpoints.filter(({ role }) => role === 'definition' || role === 'row')
  if (rows.length < enough || !rows.every((it) => it.form === 'table' && isPlain(it, index))) return []
  const calls = endpoints.filter((it) => it.role === 'sample' && isPlain(it, index))
  const isRow = among(index, distinct(rows), (row, it: Endpoint) => sameMethod(row, it) && samePath(index, row, it))
  const fitting = distinct(calls.filter(isRow))
  const open = calls.filter((it) => !isRow(it) && index.matching(it).length === 0 && !goesOn(index, it, rows))
  if (open.length === 0 || fitting.length < enough || fitting.length <= distinct(open).length) return []
  const counts = counted(calls.map(({ section }) => section))
  const bases = new Set(fitting.flatMap((it) => basesOf(index, it, rows)))
  const head = sharedHead(rows)
  return distinct(open).filter(({ host, path, section }) => {
    const isBelow = [...bases].some((base) => `${host}${path}/`.startsWith(`${base}/${head}`))
    return isBelow && counts.get(section) === 1
  })
}

function isPlain(it: Endpoint, index: EndpointIndex): boolean {
  const { opaque, variants } = index.path(it)
  return it.method !== undefined && variants.length === 1 && !opaque && !isUnclear(it.path)
}

/** `/lids/by/knob` for `/lids/{name}`: a name may hold slashes, and a number does not. */
function goesOn(index: EndpointIndex, call: Endpoint, rows: readonly Endpoint[]): boolean {
  const [called = []] = index.path(call).variants
  return rows.some((row) => {
    const [listed = []] = index.path(row).variants
    if (!sameMethod(row, call) || listed.at(-1)?.kind === 'literal') return false
    return called.some((it, end) => {
      const beginning = called.slice(Math.max(0, end + 1 - listed.length), end + 1)
      return it.kind === 'literal' && end < called.length - 1 && covers(listed, beginning)
    })
  })
}

/** The host of a call, and what stands behind that before the path of a row that it is. */
function basesOf(index: EndpointIndex, call: Endpoint, rows: readonly Endpoint[]): string[] {
  const [called = []] = index.path(call).variants
  const words = call.path.split('/').slice(1)
  return rows.flatMap((row) => {
    const cut = suffixOffset(index.path(row).variants[0] ?? [], called)
    return cut === undefined || cut < 0 ? [] : [[call.host, ...words.slice(0, cut)].join('/')]
  })
}

/** With what the paths of all rows begin, but for the name of what they are all about. */
function sharedHead(rows: readonly Endpoint[]): string {
  const [first = [], ...others] = rows.map(({ path }) => path.split('/').filter(Boolean))
  const end = first.findIndex((it, at) => !/^[\w.-]+$/.test(it) || others.some((other) => other[at] !== it))
  const head = end < 0 ? first : first.slice(0, end)
  const isWhole = [first, ...others].some(({ length }) => length === head.length)
  return head
    .slice(0, isWhole ? -1 : undefined)
    .map((it) => `${it}/`)
    .join('')
}
