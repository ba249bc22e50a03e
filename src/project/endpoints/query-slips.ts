import { editsBetween } from '../../text.ts'
import type { Document, Endpoint } from '../../types.ts'
import type { EndpointIndex } from './index.ts'
import type { Documented } from './section-parameters.ts'

/** A query parameter that its section documents under a name that is all but the one in the call. */
export interface QuerySlip {
  endpoint: Endpoint
  name: string
  as: Documented
}

/** Near misses alone: one that nobody documents was rather left out of the list. */
export function querySlips(index: EndpointIndex, document: Document): QuerySlip[] {
  const { endpoints, schemas } = document.facts
  const asked = endpoints.filter(({ query, role }) => query && (role === 'sample' || role === 'definition'))
  if (asked.length === 0 || schemas.length === 0) return []
  const documented = index.documentedParameters(document)
  const known = new Set([...documented.values()].flatMap((it) => Array.from(it.values(), ({ name }) => name)))
  return asked.flatMap((endpoint): QuerySlip[] => {
    const group = index.of(document, endpoint.section)
    const own = [...((group && documented.get(group))?.values() ?? [])]
    const names = keysOf(endpoint)
    return names.flatMap((name) => {
      const as = known.has(name) ? undefined : own.find((it) => !names.includes(it.name) && isSlip(name, it.name))
      return as ? [{ endpoint, name, as }] : []
    })
  })
}

function keysOf({ query = '' }: Endpoint): string[] {
  return query.split('&').flatMap((it) => /^\??([A-Za-z_][\w-]*)=/.exec(it)?.[1] ?? [])
}

/** The same word in other letters, or a long one that is a letter or two off; digits tell names apart. */
function isSlip(name: string, documented: string): boolean {
  const [one, other] = [plain(name), plain(documented)]
  if (one === other) return true
  const digits = (it: string) => it.replace(/\D/g, '')
  return one.length > 7 && digits(one) === digits(other) && editsBetween(one, other) <= (one.length > 10 ? 2 : 1)
}

function plain(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase()
}
