import { grouped, onlyOne } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { shape } from '../paths.ts'
import { same } from '../same.ts'

/** The one row of an endpoint's path that has another method, which no section documents: one of the two says the wrong one. */
export function listedOtherwise(
  index: EndpointIndex,
  rows: readonly Endpoint[],
  groups: readonly EndpointGroup[],
): (endpoint: Endpoint) => Endpoint | undefined {
  const byShape = grouped(rows, ({ path }) => shape(path))
  const documented = grouped(
    groups.flatMap(({ definitions }) => definitions),
    ({ path }) => shape(path),
  )
  return ({ method, path }) => {
    const own = documented.get(shape(path)) ?? []
    const listed = byShape.get(shape(path)) ?? []
    const missing = new Set(own.map((it) => it.method).filter((it) => !listed.some((row) => row.method === it)))
    const row = onlyOne(listed.filter((it) => !own.some((one) => same(index, it, one))))
    return row?.method !== undefined && missing.size === 1 && missing.has(method) ? row : undefined
  }
}
