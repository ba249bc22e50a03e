import { getOrAdd } from '../../../grouped.ts'
import type { Document } from '../../../types.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { isVersion, splitSegments } from '../paths.ts'

/**
 * What a table on one of some pages would list: all that is open, unless the pages tell of several APIs, whose paths have versions behind
 * other words, or other versions, and no page has endpoints of two of them. Nobody lists the endpoints of someone else's API, and what
 * its pages have says nothing about those of another one.
 */
export function ofTabledApis(
  open: readonly EndpointGroup[],
  groups: readonly EndpointGroup[],
  listed: ReadonlySet<Document>,
): EndpointGroup[] {
  const apis = apisOf(groups)
  if (new Set(apis.values()).size < 2) return [...open]
  const tabled = new Set([...listed].map((it) => apis.get(it)))
  return open.filter(({ document }) => !apis.has(document) || tabled.has(apis.get(document)))
}

/** The API of each page whose paths have versions: pages that share a base tell of one. */
function apisOf(groups: readonly EndpointGroup[]): ReadonlyMap<Document, string> {
  const bases = new Map<Document, Set<string>>()
  for (const group of groups)
    for (const { path } of group.definitions) {
      const base = baseOf(path)
      if (base !== undefined) getOrAdd(bases, group.document, () => new Set()).add(base)
    }
  const same = sameNames([...bases.values()])
  return new Map([...bases].map(([document, [base = '']]) => [document, same.get(base) ?? base]))
}

/** One name for all bases that stand together somewhere. */
function sameNames(together: readonly ReadonlySet<string>[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const bases of together) {
    const known = new Set([...bases].map((it) => getOrAdd(names, it, () => it)))
    const [name = ''] = known
    if (known.size > 1) for (const [base, other] of names) if (known.has(other)) names.set(base, name)
  }
  return names
}

/** `/api/v3` of `/api/v3/pots/{id}`. A version that nothing stands before tells of no API: pages may leave out what does. */
function baseOf(path: string): string | undefined {
  if (!/\/v\d/i.test(path)) return undefined
  const parts = splitSegments(path)
  const at = parts.findIndex(isVersion)
  return parts.slice(0, Math.max(at, 0)).some(Boolean) ? parts.slice(0, at + 1).join('/') : undefined
}
