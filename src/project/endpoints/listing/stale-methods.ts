import type { Document, Method } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Omission } from '../../types/listing.ts'
import { isUsage } from './usage-rows.ts'

/** Methods of usage rows that no section has: neither on the page, all of whose sections say how they are called, nor elsewhere under the scope. */
export function staleMethods(index: EndpointIndex, folder: readonly Document[], document: Document): Omission[] {
  const tables = document.facts.endpointTables.filter((it) => it.kind === 'methods' && isUsage(it))
  if (tables.length === 0) return []
  const own = index.groups(document)
  const groups = own.length > 0 ? own : folder.flatMap((it) => index.groups(it))
  if (groups.length < 2 || groups.some((it) => !it.method && it.definitions.some(({ method }) => !method))) return []
  const known = new Set(groups.flatMap(methodsOf))
  return tables.flatMap((table) =>
    table.rows.flatMap(({ entries, scopes: [scope] }) =>
      entries.flatMap((entry): Omission[] => {
        if (known.has(entry.method) || (scope && isAskedElsewhere(index, folder, scope, entry.method))) return []
        return [{ kind: 'row', entry, scope }]
      }),
    ),
  )
}

function methodsOf({ method, definitions }: EndpointGroup): (Method | undefined)[] {
  return [method, ...definitions.map((it) => it.method)]
}

function isAskedElsewhere(
  index: EndpointIndex,
  folder: readonly Document[],
  scope: string,
  method: Method | undefined,
): boolean {
  return folder.some((document) =>
    document.facts.scopes.some(({ name, role, section }) => {
      const group = role === 'required' && name === scope ? index.of(document, section) : undefined
      return group !== undefined && methodsOf(group).includes(method)
    }),
  )
}
