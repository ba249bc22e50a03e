import { editsBetween } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import { textOf } from '../groups.ts'
import type { EndpointGroup, EndpointIndex } from '../index.ts'
import type { Documented } from './documented.ts'
import { plain } from './names.ts'

/** A query parameter that its section does not document. */
export interface QuerySlip {
  endpoint: Endpoint
  name: string
  /** What is documented: all but this name by the section, or this name by another one of the page. */
  as: Documented
  elsewhere?: true
}

/** Near misses, and what another section of the page documents: one that nobody documents was rather left out of the list. */
export function querySlips(index: EndpointIndex, document: Document): QuerySlip[] {
  const { endpoints, schemas } = document.facts
  const asked = endpoints.filter(({ query, role }) => query && (role === 'sample' || role === 'definition'))
  if (asked.length === 0 || schemas.length === 0) return []
  const documented = index.parameters.documented(document)
  const known = new Map(Array.from(documented.values(), (it) => [...it.values()]).flatMap(byName))
  const isTold = onceEach((group: EndpointGroup) => onceEach((name: string) => tells(group, name)))
  return asked.flatMap((endpoint): QuerySlip[] => {
    const group = index.of(document, endpoint.section)
    const own = [...((group && documented.get(group))?.values() ?? [])]
    const names = keysOf(endpoint)
    return names.flatMap((name) => {
      const other = known.get(name)
      if (other) {
        // A sample may call what another section documents, on the way.
        const isOwn = endpoint.role === 'definition' || index.calls.matches(endpoint)
        return group && isOwn && isMissing(own, name) && !isTold(group)(name)
          ? [{ endpoint, name, as: other, elsewhere: true }]
          : []
      }
      const as = own.find((it) => !names.includes(it.name) && isSlip(name, it.name))
      return as ? [{ endpoint, name, as }] : []
    })
  })
}

function byName(all: readonly Documented[]): [string, Documented][] {
  return all.map((it) => [it.name, it])
}

/** Whether a section that documents parameters does not document this one. */
function isMissing(own: readonly Documented[], name: string): boolean {
  return own.length > 0 && !ofAllCalls.test(name) && !own.some((it) => it.name === name)
}

/** Whether a section has a name in code: `owner=me` in its place tells of it as well. */
function tells(group: EndpointGroup, name: string): boolean {
  const text = textOf(group)
  return text.includes(`\`${name}\``) || text.includes(`\`${name}=`)
}

/** What turning pages, and showing who calls, takes is told once for all calls. */
const ofAllCalls = /page|limit|offset|count|size|cursor|sort|order|token|key|format|lang|locale|version|fields|expand/i

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
