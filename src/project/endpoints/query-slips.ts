import { distance } from 'fastest-levenshtein'
import type { Document, Endpoint, Range } from '../../types.ts'
import type { EndpointGroup, EndpointIndex } from './index.ts'

/** A query parameter that its section documents under a name that is all but the one in the call. */
export interface QuerySlip {
  endpoint: Endpoint
  name: string
  as: { name: string; range: Range }
}

/** Calls whose query has a near miss of a parameter: one that nobody documents is rather left out of the list. */
export function querySlips(index: EndpointIndex, document: Document): QuerySlip[] {
  const { endpoints, schemas } = document.facts
  const asked = endpoints.filter(({ query, role }) => query && (role === 'sample' || role === 'definition'))
  if (asked.length === 0 || schemas.length === 0) return []
  const documented = parametersOf(index, document)
  const known = new Set([...documented.values()].flatMap((it) => [...it.keys()]))
  return asked.flatMap((endpoint): QuerySlip[] => {
    const group = index.of(document, endpoint.section)
    const own = (group && documented.get(group)) ?? new Map<string, Range>()
    const names = keysOf(endpoint)
    return names.flatMap((name) => {
      if (known.has(name)) return []
      const near = [...own].find(([it]) => !names.includes(it) && isSlip(name, it))
      return near ? [{ endpoint, name, as: { name: near[0], range: near[1] } }] : []
    })
  })
}

function parametersOf(index: EndpointIndex, document: Document): Map<EndpointGroup, Map<string, Range>> {
  const found = new Map<EndpointGroup, Map<string, Range>>()
  for (const { role, section, fields } of document.facts.schemas) {
    const group = role === 'parameters' ? index.of(document, section) : undefined
    if (!group) continue
    const names = found.get(group) ?? new Map<string, Range>()
    found.set(group, names)
    for (const { path, nameRange } of fields) names.set(path.join('.'), nameRange)
  }
  return found
}

function keysOf({ query = '' }: Endpoint): string[] {
  return query.split('&').flatMap((it) => /^\??([A-Za-z_][\w-]*)=/.exec(it)?.[1] ?? [])
}

/** The same word in other letters, or a long one that is a letter or two off; digits tell names apart. */
function isSlip(name: string, documented: string): boolean {
  const [one, other] = [plain(name), plain(documented)]
  if (one === other) return true
  const digits = (it: string) => it.replace(/\D/g, '')
  return one.length > 7 && digits(one) === digits(other) && distance(one, other) <= (one.length > 10 ? 2 : 1)
}

function plain(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase()
}
